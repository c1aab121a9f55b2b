{{/*
chartgen.scaledJob: the workload, as Jobs that KEDA starts by events.
Takes   a root: .Values (scaledJob, and the workload's), .Component, .Chart, .Release.
Yields  one whole document, nothing where the environment has a Job.
*/}}
{{- define "chartgen.scaledJob" -}}
{{- with .Values.scaledJob -}}
{{- $own := dict }}
{{- if .paused }}
{{- $_ := set $own "autoscaling.keda.sh/paused" "true" }}
{{- end -}}
apiVersion: keda.sh/v1alpha1
kind: ScaledJob
metadata:
  name: {{ include "chartgen.objectName" (dict "root" $ "object" "ScaledJob" "suffix" "") | quote }}
  labels: {{- include "chartgen.labels" $ | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" $ "own" $own) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  jobTargetRef: {{- include "chartgen.jobSpec" $ | nindent 4 }}
  minReplicaCount: {{ .minReplicaCount | int64 }}
  maxReplicaCount: {{ .maxReplicaCount | int64 }}
  pollingInterval: {{ .pollingInterval | int64 }}
  successfulJobsHistoryLimit: {{ .successfulJobsHistoryLimit | int64 }}
  failedJobsHistoryLimit: {{ .failedJobsHistoryLimit | int64 }}
  rollout:
    strategy: {{ .rollout.strategy | quote }}
    propagationPolicy: {{ .rollout.propagationPolicy | quote }}
  scalingStrategy:
    strategy: {{ .scalingStrategy.strategy | quote }}
    multipleScalersCalculation: {{ .scalingStrategy.multipleScalersCalculation | quote }}
    {{- if hasKey .scalingStrategy "customScalingQueueLengthDeduction" }}
    customScalingQueueLengthDeduction: {{ .scalingStrategy.customScalingQueueLengthDeduction | int64 }}
    {{- end }}
    {{- with .scalingStrategy.customScalingRunningJobPercentage }}
    customScalingRunningJobPercentage: {{ . | quote }}
    {{- end }}
  triggers: {{- include "chartgen.triggers" $ | trim | nindent 4 }}
{{- end }}
{{- end }}
