{{/*
chartgen.fileItems: the files of the ConfigMap of files one by one, where one has permissions of its own.
Takes   .Values.configFiles.
Yields  a list, nothing where all have the same.
*/}}
{{- define "chartgen.fileItems" -}}
{{- $items := list }}
{{- $some := false }}
{{- range $file, $entry := . }}
{{- $item := dict "key" $file "path" $file }}
{{- if hasKey $entry "mode" }}
{{- $some = true }}
{{- $_ := set $item "mode" ($entry.mode | int64) }}
{{- end }}
{{- $items = append $items $item }}
{{- end }}
{{- if $some }}
{{- toYaml $items }}
{{- end }}
{{- end }}
