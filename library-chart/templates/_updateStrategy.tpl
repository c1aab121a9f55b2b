{{/*
chartgen.updateStrategy: how the pods of a StatefulSet or DaemonSet are replaced.
Takes   .Values.updateStrategy.
Yields  its fields.
*/}}
{{- define "chartgen.updateStrategy" -}}
type: {{ .type | quote }}
{{- with .rollingUpdate }}
rollingUpdate:
  {{- range $key, $value := . }}
  {{ $key }}: {{ include "chartgen.intOrString" $value }}
  {{- end }}
{{- end }}
{{- end }}
