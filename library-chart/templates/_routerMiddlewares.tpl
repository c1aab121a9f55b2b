{{/*
chartgen.routerMiddlewares: middlewares by their names, as an Ingress names them in an annotation.
Takes   a map: root, refs (each with the whole name, or own for one of the chart).
Yields  names with commas between them.
*/}}
{{- define "chartgen.routerMiddlewares" -}}
{{- $names := list }}
{{- range .refs }}
{{- if .own }}
{{- $own := include "chartgen.middlewareName" (dict "root" $.root "own" .own) }}
{{- $names = append $names (printf "%s-%s@kubernetescrd" $.root.Release.Namespace $own) }}
{{- else }}
{{- $names = append $names .name }}
{{- end }}
{{- end }}
{{- join "," $names }}
{{- end }}
