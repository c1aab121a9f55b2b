{{/*
chartgen.job: the workload, as a Job that runs to its end.
Kubernetes refuses a change of a Job's pod, so a Job of the release has six digits of its digest in its name: what changes
is made anew, and runs again. A hook is deleted and made anew by Helm, and keeps its name.
Takes   a root: .Values (the workload's), .Component, .Chart, .Release.
Yields  one whole document, nothing where KEDA starts the Jobs.
*/}}
{{- define "chartgen.job" -}}
{{- if not .Values.scaledJob }}
{{- $spec := include "chartgen.jobSpec" . }}
{{- $suffix := printf "-%s" (sha256sum $spec | trunc 6) }}
{{- if .Values.hook }}
{{- $suffix = "" }}
{{- end -}}
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ include "chartgen.objectName" (dict "root" . "object" "Job" "suffix" $suffix) | quote }}
  labels: {{- include "chartgen.labels" . | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" . "weight" (.Values.hook).weight) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec: {{- $spec | nindent 2 }}
{{- end }}
{{- end }}
