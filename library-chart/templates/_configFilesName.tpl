{{/*
chartgen.configFilesName: the ConfigMap of files, <fullname>-files; a component has the main workload's, as with
chartgen.configMapName.
Takes   a root.
Yields  a name.
*/}}
{{- define "chartgen.configFilesName" -}}
{{- if and .Main (not .Values.hook) (not (hasKey .Own "configFiles")) }}
{{- include "chartgen.configFilesName" .Main }}
{{- else }}
{{- include "chartgen.objectName" (dict "root" . "object" "ConfigMap/files" "suffix" "-files") }}
{{- end }}
{{- end }}
