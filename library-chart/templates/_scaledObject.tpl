{{/*
chartgen.scaledObject: copies by events, for KEDA.
Takes   a root: .Values.keda, .Component, .Chart, .Release.
Yields  one whole document, nothing while it is off.
*/}}
{{- define "chartgen.scaledObject" -}}
{{- if (.Values.keda).enabled -}}
{{- $own := dict }}
{{- if .Values.keda.paused }}
{{- $_ := set $own "autoscaling.keda.sh/paused" "true" }}
{{- end }}
{{- if hasKey .Values.keda "pausedReplicas" }}
{{- $_ := set $own "autoscaling.keda.sh/paused-replicas" (.Values.keda.pausedReplicas | int64 | toString) }}
{{- end -}}
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata:
  name: {{ include "chartgen.objectName" (dict "root" . "object" "ScaledObject" "suffix" "") | quote }}
  labels: {{- include "chartgen.labels" . | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" . "own" $own) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  scaleTargetRef: {{- include "chartgen.scaleTarget" . | nindent 4 }}
  minReplicaCount: {{ .Values.keda.minReplicaCount | int64 }}
  maxReplicaCount: {{ .Values.keda.maxReplicaCount | int64 }}
  {{- if hasKey .Values.keda "idleReplicaCount" }}
  idleReplicaCount: {{ .Values.keda.idleReplicaCount | int64 }}
  {{- end }}
  pollingInterval: {{ .Values.keda.pollingInterval | int64 }}
  cooldownPeriod: {{ .Values.keda.cooldownPeriod | int64 }}
  initialCooldownPeriod: {{ .Values.keda.initialCooldownPeriod | int64 }}
  {{- with .Values.keda.fallback }}
  fallback:
    failureThreshold: {{ .failureThreshold | int64 }}
    replicas: {{ .replicas | int64 }}
    behavior: {{ .behavior | quote }}
  {{- end }}
  advanced:
    restoreToOriginalReplicaCount: {{ .Values.keda.restoreToOriginalReplicaCount }}
    horizontalPodAutoscalerConfig:
      behavior:
        scaleUp: {{- include "chartgen.scalingRules" .Values.keda.behavior.scaleUp | nindent 10 }}
        scaleDown: {{- include "chartgen.scalingRules" .Values.keda.behavior.scaleDown | nindent 10 }}
  triggers: {{- include "chartgen.triggers" . | trim | nindent 4 }}
{{- end }}
{{- end }}
