{{/*
chartgen.ingressBackend: where a path of an Ingress leads.
Takes   a map: root, backend (component or service, port: a name, another Service's a number).
Yields  the fields of a backend.
*/}}
{{- define "chartgen.ingressBackend" -}}
service:
  name: {{ include "chartgen.backendName" . | quote }}
  port:
    {{- if .backend.service }}
    number: {{ .backend.port | int64 }}
    {{- else }}
    name: {{ .backend.port | quote }}
    {{- end }}
{{- end }}
