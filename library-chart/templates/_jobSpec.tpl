{{/*
chartgen.jobSpec: a Job's own fields, and its pod.
Takes   a root: .Values (the workload's), .Component, .Chart, .Release.
Yields  the fields of `spec`.
*/}}
{{- define "chartgen.jobSpec" -}}
backoffLimit: {{ .Values.job.backoffLimit | int64 }}
{{- range $key := list "activeDeadlineSeconds" "ttlSecondsAfterFinished" "completions" "parallelism" "backoffLimitPerIndex" "maxFailedIndexes" }}
{{- if hasKey $.Values.job $key }}
{{ $key }}: {{ get $.Values.job $key | int64 }}
{{- end }}
{{- end }}
completionMode: {{ .Values.job.completionMode | quote }}
suspend: {{ .Values.job.suspend }}
{{- range $key := list "podFailurePolicy" "successPolicy" }}
{{- with get $.Values.job $key }}
{{ $key }}: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
{{- range $key := list "podReplacementPolicy" "managedBy" }}
{{- with get $.Values.job $key }}
{{ $key }}: {{ . | quote }}
{{- end }}
{{- end }}
template: {{- include "chartgen.pod" . | nindent 2 }}
{{- end }}
