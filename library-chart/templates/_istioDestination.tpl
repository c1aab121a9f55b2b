{{/*
chartgen.istioDestination: where requests go in Istio.
Takes   a map: root, backend (component or service, port, subset).
Yields  the fields of a destination.
*/}}
{{- define "chartgen.istioDestination" -}}
host: {{ include "chartgen.backendName" . | quote }}
{{- if hasKey .backend "port" }}
port:
  number: {{ include "chartgen.backendPort" . }}
{{- end }}
{{- with .backend.subset }}
subset: {{ . | quote }}
{{- end }}
{{- end }}
