{{/*
chartgen.testLabels: the labels of the pods that `helm test` runs, by which the network policy lets them in.
No selector of the workload matches them: name and instance are left out beside a selector that was taken over.
Takes   a root: .Values.identity, .Chart, .Release.
Yields  lines.
*/}}
{{- define "chartgen.testLabels" -}}
{{- if not ((.Values.identity).selector) -}}
app.kubernetes.io/name: {{ .Chart.Name | quote }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{ end -}}
app.kubernetes.io/component: "test"
{{- end }}
