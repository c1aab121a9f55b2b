{{/*
chartgen.furtherService: a further Service of the same pods, or a name for what is elsewhere.
Takes   a root with .Which, its name; .Values.services, .Component, .Chart, .Release.
Yields  one whole document, nothing where the environment has no such Service.
*/}}
{{- define "chartgen.furtherService" -}}
{{- with get (.Values.services | default dict) .Which }}
{{- $object := printf "Service/%s" $.Which }}
{{- $name := include "chartgen.objectName" (dict "root" $ "object" $object "suffix" (printf "-%s" $.Which)) }}
{{- include "chartgen.oneService" (dict "root" $ "service" . "name" $name) }}
{{- end }}
{{- end }}
