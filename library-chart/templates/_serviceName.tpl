{{/*
chartgen.serviceName: the Service, which routes and the connection test name too.
Takes   a root.
Yields  a name.
*/}}
{{- define "chartgen.serviceName" -}}
{{- include "chartgen.objectName" (dict "root" . "object" "Service" "suffix" "") }}
{{- end }}
