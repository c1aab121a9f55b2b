{{/*
chartgen.probe: how the kubelet asks the container if it is well.
Takes   a probe of the values, not empty.
Yields  the fields of a probe: the handler, then the numbers that are set.
*/}}
{{- define "chartgen.probe" -}}
{{- include "chartgen.handler" . }}
{{- range $key := list "initialDelaySeconds" "periodSeconds" "timeoutSeconds" "successThreshold" "failureThreshold" "terminationGracePeriodSeconds" }}
{{- if hasKey $ $key }}
{{ $key }}: {{ get $ $key | int64 }}
{{- end }}
{{- end }}
{{- end }}
