{{/*
chartgen.affinity: the nodes and pods that a pod seeks, and the copies of its own that it keeps away from.
Takes   a root: .Values (affinity, spread.hosts), and what chartgen.podAntiAffinity takes.
Yields  the fields of `affinity`, nothing where none is set.
*/}}
{{- define "chartgen.affinity" -}}
{{- $blocks := list }}
{{- with .Values.affinity }}
{{- $blocks = append $blocks (toYaml .) }}
{{- end }}
{{- if (.Values.spread).hosts }}
{{- $blocks = append $blocks (include "chartgen.podAntiAffinity" .) }}
{{- end }}
{{- join "\n" $blocks }}
{{- end }}
