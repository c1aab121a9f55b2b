{{/*
chartgen.configMap: the environment variables that are kept in a ConfigMap.
Takes   a root: .Values.config, .Component, .Chart, .Release.
Yields  one whole document, nothing where config is empty.
*/}}
{{- define "chartgen.configMap" -}}
{{- with .Values.config -}}
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ include "chartgen.configMapName" $ | quote }}
  labels: {{- include "chartgen.labels" $ | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" $) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
data: {{- include "chartgen.strings" . | nindent 2 }}
{{- end }}
{{- end }}
