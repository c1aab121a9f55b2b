{{/*
chartgen.valueFrom: where a variable's value comes from.
Takes   a map: root, source (a valueFrom of the values).
Yields  its one field.
*/}}
{{- define "chartgen.valueFrom" -}}
{{- if .source.configMapKeyRef -}}
{{- $ref := dict "root" .root "ref" .source.configMapKeyRef "kind" "ConfigMap" "key" "name" -}}
configMapKeyRef: {{- include "chartgen.reference" $ref | nindent 2 }}
{{- else if .source.secretKeyRef -}}
{{- $ref := dict "root" .root "ref" .source.secretKeyRef "kind" "Secret" "key" "name" -}}
secretKeyRef: {{- include "chartgen.reference" $ref | nindent 2 }}
{{- else }}
{{- toYaml .source }}
{{- end }}
{{- end }}
