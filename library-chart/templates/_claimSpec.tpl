{{/*
chartgen.claimSpec: what a claim asks for.
Takes   one of .Values.persistentVolumeClaims or .Values.volumeClaimTemplates.
Yields  the fields of `spec`.
*/}}
{{- define "chartgen.claimSpec" -}}
accessModes:
  {{- range .accessModes }}
  - {{ . | quote }}
  {{- end }}
{{- with .storageClassName }}
storageClassName: {{ . | quote }}
{{- end }}
{{- with .volumeName }}
volumeName: {{ . | quote }}
{{- end }}
{{- if or .matchLabels .matchExpressions }}
selector:
  {{- with .matchLabels }}
  matchLabels: {{- include "chartgen.strings" . | nindent 4 }}
  {{- end }}
  {{- with .matchExpressions }}
  matchExpressions: {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
{{- range $key := list "dataSource" "dataSourceRef" }}
{{- with get $ $key }}
{{ $key }}: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
{{- with .volumeAttributesClassName }}
volumeAttributesClassName: {{ . | quote }}
{{- end }}
{{- with .volumeMode }}
volumeMode: {{ . | quote }}
{{- else }}
volumeMode: Filesystem
{{- end }}
resources:
  requests:
    storage: {{ .size | quote }}
{{- end }}
