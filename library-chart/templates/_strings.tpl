{{/*
chartgen.strings: a map of texts, a line a key; keys such as `on` or `010` are quoted, values always.
Takes   a map of strings.
Yields  lines in the order of the keys, nothing for an empty map.
*/}}
{{- define "chartgen.strings" -}}
{{- $lines := list }}
{{- range $key, $value := . }}
{{- $lines = append $lines (printf "%s: %s" (toYaml $key) ($value | quote)) }}
{{- end }}
{{- join "\n" $lines }}
{{- end }}
