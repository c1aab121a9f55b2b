{{/*
chartgen.containerName: the workload's own container: the chart's name, or the component's.
Takes   a root: .Values.identity, .Component, .Chart.
Yields  a name; .Values.identity.container where it is stated.
*/}}
{{- define "chartgen.containerName" -}}
{{- ((.Values.identity).container) | default .Component | default .Chart.Name }}
{{- end }}
