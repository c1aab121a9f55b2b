{{/*
chartgen.secretMetadata: labels and annotations of a Secret that an operator makes.
Takes   a map: labels, annotations.
Yields  the fields of `metadata`, nothing where both are empty.
*/}}
{{- define "chartgen.secretMetadata" -}}
{{- $blocks := list }}
{{- range $field := list "labels" "annotations" }}
{{- with get $ $field }}
{{- $blocks = append $blocks (printf "%s:%s" $field (include "chartgen.strings" . | nindent 2)) }}
{{- end }}
{{- end }}
{{- join "\n" $blocks }}
{{- end }}
