{{/*
chartgen.runningNames: how the workload's pods and Jobs are called while they run, as patterns for Prometheus.
Kubernetes puts letters without vowels and digits behind a workload's name, which keeps `orders-api` apart from a component
`orders-api-worker`. It cuts a pod's name where the workload's is longer than 46 characters: the pattern then takes
whatever begins alike.
Takes   a root: .Values, .Component, .Chart, .Release.
Yields  a map as YAML: pods, jobs.
*/}}
{{- define "chartgen.runningNames" -}}
{{- $kind := include "chartgen.kind" . }}
{{- $name := include "chartgen.objectName" (dict "root" . "object" $kind "suffix" "") }}
{{- $begin := trunc 46 $name | replace "." "[.]" }}
{{- $letters := "[bcdfghjklmnpqrstvwxz2456789]" }}
{{- $jobs := get (dict "Job" "(-[0-9a-f]{6})?" "CronJob" "-[0-9]+") $kind }}
{{- $ends := dict "Deployment" (printf "-%s{6,10}-%s{5}" $letters $letters) "StatefulSet" "-[0-9]+" "DaemonSet" (printf "-%s{5}" $letters) }}
{{- $end := get $ends $kind | default (printf "%s(-[0-9]+)?-%s{5}" $jobs $letters) }}
{{- if gt (len $name) 46 }}
{{- $end = ".+" }}
{{- end -}}
pods: {{ print $begin $end | quote }}
jobs: {{ print ($name | replace "." "[.]") $jobs | quote }}
{{- end }}
