{{/*
chartgen.persistentVolumeClaim: a disk of the chart's own.
Takes   a root with .Which, the volume's name; .Values.persistentVolumeClaims, .Component, .Chart, .Release.
Yields  one whole document, nothing where the environment has no such disk.
*/}}
{{- define "chartgen.persistentVolumeClaim" -}}
{{- with get (.Values.persistentVolumeClaims | default dict) .Which -}}
{{- $own := dict }}
{{- range $key, $value := .annotations }}
{{- $_ := set $own $key $value }}
{{- end }}
{{- if .retain }}
{{- $_ := set $own "helm.sh/resource-policy" "keep" }}
{{- end -}}
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: {{ include "chartgen.claimName" (dict "root" $ "name" $.Which) | quote }}
  labels: {{- include "chartgen.monitorLabels" (dict "root" $ "own" .labels) | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" $ "own" $own) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec: {{- include "chartgen.claimSpec" . | nindent 2 }}
{{- end }}
{{- end }}
