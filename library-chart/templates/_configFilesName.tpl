{{/*
chartgen.configFilesName: the ConfigMap of files, <fullname>-files.
Takes   a root.
Yields  a name.
*/}}
{{- define "chartgen.configFilesName" -}}
{{- include "chartgen.objectName" (dict "root" . "object" "ConfigMap/files" "suffix" "-files") }}
{{- end }}
