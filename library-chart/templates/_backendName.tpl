{{/*
chartgen.backendName: the Service that a route leads to.
Takes   a map: root, backend (component or service; neither for the main workload's).
Yields  a name.
*/}}
{{- define "chartgen.backendName" -}}
{{- if .backend.service }}
{{- .backend.service }}
{{- else if .backend.component }}
{{- include "chartgen.component" (dict "root" .root "name" .backend.component "define" "chartgen.serviceName") }}
{{- else }}
{{- include "chartgen.serviceName" .root }}
{{- end }}
{{- end }}
