{{/*
chartgen.horizontalPodAutoscaler: copies by load.
Takes   a root: .Values.autoscaling, .Component, .Chart, .Release.
Yields  one whole document, nothing while autoscaling is off.
*/}}
{{- define "chartgen.horizontalPodAutoscaler" -}}
{{- if (.Values.autoscaling).enabled -}}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: {{ include "chartgen.objectName" (dict "root" . "object" "HorizontalPodAutoscaler" "suffix" "") | quote }}
  labels: {{- include "chartgen.labels" . | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" .) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  scaleTargetRef: {{- include "chartgen.scaleTarget" . | nindent 4 }}
  minReplicas: {{ .Values.autoscaling.minReplicas | int64 }}
  maxReplicas: {{ .Values.autoscaling.maxReplicas | int64 }}
  metrics:
    {{- range $resource, $key := dict "cpu" "targetCPUUtilizationPercentage" "memory" "targetMemoryUtilizationPercentage" }}
    {{- if hasKey $.Values.autoscaling $key }}
    - type: Resource
      resource:
        name: {{ $resource }}
        target:
          type: Utilization
          averageUtilization: {{ get $.Values.autoscaling $key | int64 }}
    {{- end }}
    {{- end }}
  behavior:
    scaleUp: {{- include "chartgen.scalingRules" .Values.autoscaling.behavior.scaleUp | nindent 6 }}
    scaleDown: {{- include "chartgen.scalingRules" .Values.autoscaling.behavior.scaleDown | nindent 6 }}
{{- end }}
{{- end }}
