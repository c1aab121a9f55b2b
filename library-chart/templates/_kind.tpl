{{/*
chartgen.kind: the kind of the workload, told by the sections that it alone has.
Takes   a root: .Values.
Yields  Deployment, StatefulSet, DaemonSet, Job or CronJob.
*/}}
{{- define "chartgen.kind" -}}
{{- if .Values.cronJob -}}
CronJob
{{- else if .Values.job -}}
Job
{{- else if .Values.podManagementPolicy -}}
StatefulSet
{{- else if .Values.updateStrategy -}}
DaemonSet
{{- else -}}
Deployment
{{- end }}
{{- end }}
