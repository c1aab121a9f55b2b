{{/*
chartgen.reloader: the annotation by which Stakater's Reloader watches what a workload reads.
Takes   a root: .Values.reloader.
Yields  one annotation, nothing where it is off.
*/}}
{{- define "chartgen.reloader" -}}
{{- if .Values.reloader -}}
reloader.stakater.com/auto: "true"
{{- end }}
{{- end }}
