{{/*
chartgen.fullname: what all names begin with: <release>-<chart>, or <release> where it contains the chart's name.
Takes   a root: .Values.fullnameOverride, .Chart, .Release.
Yields  a name of any length, without dots; chartgen.objectName cuts it.
*/}}
{{- define "chartgen.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride }}
{{- else if contains .Chart.Name .Release.Name }}
{{- .Release.Name | replace "." "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name .Chart.Name | replace "." "-" }}
{{- end }}
{{- end }}
