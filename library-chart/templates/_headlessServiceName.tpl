{{/*
chartgen.headlessServiceName: the Service under which the copies of a StatefulSet have names, <fullname>-headless.
Takes   a root.
Yields  a name.
*/}}
{{- define "chartgen.headlessServiceName" -}}
{{- include "chartgen.objectName" (dict "root" . "object" "Service/headless" "suffix" "-headless") }}
{{- end }}
