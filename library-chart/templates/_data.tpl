{{/*
chartgen.data: what a ConfigMap holds, texts and bytes.
Takes   a map: data, binaryData.
Yields  the fields data and binaryData, nothing where both are empty.
*/}}
{{- define "chartgen.data" -}}
{{- $blocks := list }}
{{- range $field := list "data" "binaryData" }}
{{- with get $ $field }}
{{- $blocks = append $blocks (printf "%s:%s" $field (include "chartgen.strings" . | nindent 2)) }}
{{- end }}
{{- end }}
{{- join "\n" $blocks }}
{{- end }}
