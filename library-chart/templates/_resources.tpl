{{/*
chartgen.resources: what a container reserves and its limits.
Takes   a map: requests, limits.
Yields  the fields of `resources`, nothing where both are empty.
*/}}
{{- define "chartgen.resources" -}}
{{- $lines := list }}
{{- range $block := list "requests" "limits" }}
{{- with get $ $block }}
{{- $lines = append $lines (printf "%s:" $block) }}
{{- range $resource := concat (list "cpu" "memory") (keys . | sortAlpha) | uniq }}
{{- if hasKey (get $ $block) $resource }}
{{- $quantity := include "chartgen.intOrString" (get (get $ $block) $resource) }}
{{- $lines = append $lines (printf "  %s: %s" (toYaml $resource) $quantity) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- join "\n" $lines }}
{{- end }}
