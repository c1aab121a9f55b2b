{{/*
chartgen.middlewareName: the name of a Middleware of the chart that its values know by a short name.
Takes   a map: root, own (the short name).
Yields  a name.
*/}}
{{- define "chartgen.middlewareName" -}}
{{- include "chartgen.objectName" (dict "root" (.root.Main | default .root) "object" (printf "Middleware/%s" .own) "suffix" (printf "-%s" .own)) }}
{{- end }}
