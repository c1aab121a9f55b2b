{{/*
chartgen.fileContents: the data of the ConfigMap of files.
Takes   .Values.configFiles.
Yields  a quoted line for each file of text.
*/}}
{{- define "chartgen.fileContents" -}}
{{- $data := dict }}
{{- range $file, $entry := . }}
{{- if hasKey $entry "content" }}
{{- $_ := set $data $file $entry.content }}
{{- end }}
{{- end }}
{{- include "chartgen.strings" $data }}
{{- end }}
