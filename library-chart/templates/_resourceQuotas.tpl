{{/*
chartgen.resourceQuotas: how much all pods of the namespace may have together.
Takes   a root: .Values (namespace, resourceQuotas), .Chart, .Release.
Yields  a document a quota with --- between them.
*/}}
{{- define "chartgen.resourceQuotas" -}}
{{- $documents := list }}
{{- range $name, $quota := .Values.resourceQuotas }}
{{- $documents = append $documents (include "chartgen.resourceQuota" (dict "root" $ "name" $name "quota" $quota)) }}
{{- end }}
{{- join "\n---\n" $documents }}
{{- end }}
