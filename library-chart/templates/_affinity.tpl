{{/*
chartgen.affinity: the nodes and pods that a pod seeks, and those that it keeps away from, its own copies included.
Takes   a root: .Values (affinity, spread.hosts), and what chartgen.podAntiAffinity takes.
Yields  the fields of `affinity`, nothing where none is set.
*/}}
{{- define "chartgen.affinity" -}}
{{- $blocks := list }}
{{- with omit .Values.affinity "podAntiAffinity" }}
{{- $blocks = append $blocks (toYaml .) }}
{{- end }}
{{- if or (.Values.spread).hosts .Values.affinity.podAntiAffinity }}
{{- $blocks = append $blocks (include "chartgen.podAntiAffinity" .) }}
{{- end }}
{{- join "\n" $blocks }}
{{- end }}
