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
{{- with .matchLabels }}
selector:
  matchLabels: {{- include "chartgen.strings" . | nindent 4 }}
{{- end }}
volumeMode: Filesystem
resources:
  requests:
    storage: {{ .size | quote }}
{{- end }}
