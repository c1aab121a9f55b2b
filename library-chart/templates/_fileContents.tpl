{{/*
chartgen.fileContents: the data of the ConfigMap of files.
Takes   .Values.configFiles.
Yields  a quoted line for each file.
*/}}
{{- define "chartgen.fileContents" -}}
{{- $data := dict }}
{{- range $file, $entry := . }}
{{- $_ := set $data $file $entry.content }}
{{- end }}
{{- include "chartgen.strings" $data }}
{{- end }}
