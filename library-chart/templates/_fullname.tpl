{{/*
chartgen.fullname: what all names begin with: <release>-<chart>, or <release> where it contains the chart's name; of a
component with -<component> behind it.
Takes   a root: .Values.fullnameOverride, .Main, .Component, .Chart, .Release.
Yields  a name of any length, without dots; chartgen.objectName cuts it.
*/}}
{{- define "chartgen.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride }}
{{- else if .Main }}
{{- printf "%s-%s" (include "chartgen.fullname" .Main) .Component }}
{{- else if contains .Chart.Name .Release.Name }}
{{- .Release.Name | replace "." "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name .Chart.Name | replace "." "-" }}
{{- end }}
{{- end }}
