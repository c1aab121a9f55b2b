{{/*
chartgen.selectorLabels: the labels by which workload, Service, budget, policy and spread find the pods.
They never change while a release lives: Kubernetes refuses another selector on a workload.
Takes   a root: .Values.identity, .Component, .Chart, .Release.
Yields  lines; .Values.identity.selector where it is stated.
*/}}
{{- define "chartgen.selectorLabels" -}}
{{- with ((.Values.identity).selector) }}
{{- include "chartgen.strings" . }}
{{- else -}}
app.kubernetes.io/name: {{ .Chart.Name | quote }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
app.kubernetes.io/component: {{ .Component | default "main" | quote }}
{{- end }}
{{- end }}
