{{/*
chartgen.horizontalPodAutoscaler: copies by load.
CPU and memory are those of the workload's own container: of the whole pod where it is alone, else of it among the others.
Takes   a root: .Values (autoscaling, sidecars), .Component, .Chart, .Release.
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
    {{- range $name, $key := dict "cpu" "CPU" "memory" "Memory" }}
    {{- $share := printf "target%sUtilizationPercentage" $key }}
    {{- range $target := list $share (printf "target%sAverageValue" $key) }}
    {{- if hasKey $.Values.autoscaling $target }}
    {{- if $.Values.sidecars }}
    - type: ContainerResource
      containerResource:
        container: {{ include "chartgen.containerName" $ | quote }}
    {{- else }}
    - type: Resource
      resource:
    {{- end }}
        name: {{ $name }}
        target:
          {{- if eq $target $share }}
          type: Utilization
          averageUtilization: {{ get $.Values.autoscaling $target | int64 }}
          {{- else }}
          type: AverageValue
          averageValue: {{ get $.Values.autoscaling $target | quote }}
          {{- end }}
    {{- end }}
    {{- end }}
    {{- end }}
    {{- with .Values.autoscaling.metrics }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  behavior:
    scaleUp: {{- include "chartgen.scalingRules" .Values.autoscaling.behavior.scaleUp | nindent 6 }}
    scaleDown: {{- include "chartgen.scalingRules" .Values.autoscaling.behavior.scaleDown | nindent 6 }}
{{- end }}
{{- end }}
