{{/*
chartgen.configMapName: the ConfigMap of environment variables, <fullname>-config.
Takes   a root.
Yields  a name.
*/}}
{{- define "chartgen.configMapName" -}}
{{- include "chartgen.objectName" (dict "root" . "object" "ConfigMap" "suffix" "-config") }}
{{- end }}
