{{/*
chartgen.backendPort: the number of the port that a route leads to.
Takes   a map: root, backend (component or service, port: a name, another Service's a number).
Yields  a number.
*/}}
{{- define "chartgen.backendPort" -}}
{{- if .backend.service }}
{{- .backend.port | int64 }}
{{- else if .backend.component }}
{{- (index (get .root.Values.components .backend.component).service.ports .backend.port).port | int64 }}
{{- else }}
{{- (index .root.Values.service.ports .backend.port).port | int64 }}
{{- end }}
{{- end }}
