{{/*
chartgen.labels: the labels of every object's metadata; never of a pod, since they change with the chart.
Takes   a root: .Values (image.tag, commonLabels), .Component, .Chart, .Release.
Yields  lines; the version is the image's tag, else the chart's appVersion, made a valid label.
*/}}
{{- define "chartgen.labels" -}}
{{- $chart := printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 }}
{{- $version := (.Values.image).tag | default .Chart.AppVersion | toString }}
{{- $version = regexReplaceAll "[^-A-Za-z0-9_.]+" $version "_" | trunc 63 }}
{{- $version = regexReplaceAll "^[-_.]+|[-_.]+$" $version "" -}}
helm.sh/chart: {{ regexReplaceAll "[-_.]+$" $chart "" | quote }}
app.kubernetes.io/name: {{ .Chart.Name | quote }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
app.kubernetes.io/component: {{ .Component | default "main" | quote }}
{{- with $version }}
app.kubernetes.io/version: {{ . | quote }}
{{- end }}
app.kubernetes.io/managed-by: {{ .Release.Service | quote }}
{{- with .Values.commonLabels }}
{{ include "chartgen.strings" . }}
{{- end }}
{{- end }}
