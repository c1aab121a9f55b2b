{{/*
chartgen.ownConfigMap: one of .Values.configMaps.
Takes   a root with .Which, the ConfigMap's short name; .Values.hook where a hook reads it.
Yields  one whole document, nothing where the environment has no such ConfigMap.
*/}}
{{- define "chartgen.ownConfigMap" -}}
{{- with get ((.Main | default .).Values.configMaps | default dict) .Which -}}
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ include "chartgen.ownConfigMapName" (dict "root" $ "name" $.Which) | quote }}
  labels: {{- include "chartgen.labels" $ | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" $) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
{{- if .immutable }}
immutable: true
{{- end }}
{{- with include "chartgen.data" . }}
{{ . }}
{{- end }}
{{- end }}
{{- end }}
