{{/*
chartgen.configMapName: the ConfigMap of environment variables, <fullname>-config; a component has the main workload's
where it says nothing else, unless it is a hook, which runs before that one is there.
Takes   a root.
Yields  a name.
*/}}
{{- define "chartgen.configMapName" -}}
{{- if and .Main (not .Values.hook) (not (hasKey .Own "config")) }}
{{- include "chartgen.configMapName" .Main }}
{{- else }}
{{- include "chartgen.objectName" (dict "root" . "object" "ConfigMap" "suffix" "-config") }}
{{- end }}
{{- end }}
