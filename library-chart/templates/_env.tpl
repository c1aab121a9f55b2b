{{/*
chartgen.env: the variables written in the pod; those that refer to others come last, since Kubernetes expands a
reference only to what stands before it.
Takes   a map: root (what chartgen.reference takes), env (of the workload, or of a further container).
Yields  a list: the entries with value or valueFrom by name, then those with expand by name.
*/}}
{{- define "chartgen.env" -}}
{{- $plain := list }}
{{- $expanded := list }}
{{- range $name, $entry := .env }}
{{- if hasKey $entry "expand" }}
{{- $expanded = append $expanded (printf "- name: %s\n  value: %s" ($name | quote) ($entry.expand | quote)) }}
{{- else if hasKey $entry "valueFrom" }}
{{- $source := include "chartgen.valueFrom" (dict "root" $.root "source" $entry.valueFrom) | nindent 4 }}
{{- $plain = append $plain (printf "- name: %s\n  valueFrom:%s" ($name | quote) $source) }}
{{- else }}
{{- $plain = append $plain (printf "- name: %s\n  value: %s" ($name | quote) ($entry.value | quote)) }}
{{- end }}
{{- end }}
{{- concat $plain $expanded | join "\n" }}
{{- end }}
