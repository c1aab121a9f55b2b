{{/*
chartgen.cronJob: the workload, as a Job on a schedule.
Takes   a root: .Values (the workload's), .Component, .Chart, .Release.
Yields  one whole document.
*/}}
{{- define "chartgen.cronJob" -}}
apiVersion: batch/v1
kind: CronJob
metadata:
  name: {{ include "chartgen.objectName" (dict "root" . "object" "CronJob" "suffix" "") | quote }}
  labels: {{- include "chartgen.labels" . | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" .) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  schedule: {{ .Values.cronJob.schedule | quote }}
  {{- with .Values.cronJob.timeZone }}
  timeZone: {{ . | quote }}
  {{- end }}
  concurrencyPolicy: {{ .Values.cronJob.concurrencyPolicy | quote }}
  {{- if hasKey .Values.cronJob "startingDeadlineSeconds" }}
  startingDeadlineSeconds: {{ .Values.cronJob.startingDeadlineSeconds | int64 }}
  {{- end }}
  successfulJobsHistoryLimit: {{ .Values.cronJob.successfulJobsHistoryLimit | int64 }}
  failedJobsHistoryLimit: {{ .Values.cronJob.failedJobsHistoryLimit | int64 }}
  suspend: {{ .Values.cronJob.suspend }}
  jobTemplate:
    metadata:
      labels: {{- include "chartgen.labels" . | nindent 8 }}
    spec: {{- include "chartgen.jobSpec" . | nindent 6 }}
{{- end }}
