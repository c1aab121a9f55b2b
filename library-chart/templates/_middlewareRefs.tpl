{{/*
chartgen.middlewareRefs: middlewares by their names, as Traefik's own kinds name them.
Takes   a map: root, refs (each with name and namespace, or own for one of the chart).
Yields  a list.
*/}}
{{- define "chartgen.middlewareRefs" -}}
{{- range .refs }}
- name: {{ if .own }}{{ include "chartgen.middlewareName" (dict "root" $.root "own" .own) | quote }}{{ else }}{{ .name | quote }}{{ end }}
  {{- with .namespace }}
  namespace: {{ . | quote }}
  {{- end }}
{{- end }}
{{- end }}
