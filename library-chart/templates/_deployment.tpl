{{/*
chartgen.deployment: the workload, as one Deployment.
Takes   a root: .Values (the workload's), .Component, .Chart, .Release.
Yields  one whole document; no replicas while the autoscaler owns them.
*/}}
{{- define "chartgen.deployment" -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "chartgen.objectName" (dict "root" . "object" "Deployment" "suffix" "") | quote }}
  labels: {{- include "chartgen.labels" . | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" . "own" (include "chartgen.reloader" . | fromYaml)) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  {{- if not (or (.Values.autoscaling).enabled (.Values.keda).enabled) }}
  replicas: {{ .Values.replicaCount | int64 }}
  {{- end }}
  revisionHistoryLimit: {{ .Values.revisionHistoryLimit | int64 }}
  {{- if hasKey .Values "minReadySeconds" }}
  minReadySeconds: {{ .Values.minReadySeconds | int64 }}
  {{- end }}
  {{- if hasKey .Values "progressDeadlineSeconds" }}
  progressDeadlineSeconds: {{ .Values.progressDeadlineSeconds | int64 }}
  {{- end }}
  strategy:
    type: {{ .Values.strategy.type | quote }}
    {{- with .Values.strategy.rollingUpdate }}
    rollingUpdate:
      maxSurge: {{ include "chartgen.intOrString" .maxSurge }}
      maxUnavailable: {{ include "chartgen.intOrString" .maxUnavailable }}
    {{- end }}
  selector:
    matchLabels: {{- include "chartgen.selectorLabels" . | nindent 6 }}
  template: {{- include "chartgen.pod" . | nindent 4 }}
{{- end }}
