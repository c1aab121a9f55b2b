{{/*
chartgen.podDisruptionBudget: how many pods a drain may take at a time.
Takes   a root: .Values.podDisruptionBudget, .Component, .Chart, .Release.
Yields  one whole document, nothing while the budget is off.
*/}}
{{- define "chartgen.podDisruptionBudget" -}}
{{- if (.Values.podDisruptionBudget).enabled -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ include "chartgen.objectName" (dict "root" . "object" "PodDisruptionBudget" "suffix" "") | quote }}
  labels: {{- include "chartgen.labels" . | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" .) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  {{- range $key := list "maxUnavailable" "minAvailable" }}
  {{- if hasKey $.Values.podDisruptionBudget $key }}
  {{ $key }}: {{ include "chartgen.intOrString" (get $.Values.podDisruptionBudget $key) }}
  {{- end }}
  {{- end }}
  unhealthyPodEvictionPolicy: {{ .Values.podDisruptionBudget.unhealthyPodEvictionPolicy | quote }}
  selector:
    matchLabels: {{- include "chartgen.selectorLabels" . | nindent 6 }}
{{- end }}
{{- end }}
