{{/*
chartgen.fileBinaries: the binaryData of the ConfigMap of files.
Takes   .Values.configFiles.
Yields  a quoted line for each file that is no text.
*/}}
{{- define "chartgen.fileBinaries" -}}
{{- $data := dict }}
{{- range $file, $entry := . }}
{{- if hasKey $entry "binaryContent" }}
{{- $_ := set $data $file $entry.binaryContent }}
{{- end }}
{{- end }}
{{- include "chartgen.strings" $data }}
{{- end }}
