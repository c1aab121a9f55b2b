{{/*
chartgen.service: the Service in front of the pods.
Takes   a root: .Values.service, .Component, .Chart, .Release.
Yields  one whole document, nothing where there is no service.
*/}}
{{- define "chartgen.service" -}}
{{- with .Values.service }}
{{- include "chartgen.oneService" (dict "root" $ "service" . "name" (include "chartgen.serviceName" $)) }}
{{- end }}
{{- end }}
