{{/*
chartgen.istioHttp: what a VirtualService does with requests that match.
Takes   a map: root, http (one entry of http, destinations as component or service and port).
Yields  the fields of the entry.
*/}}
{{- define "chartgen.istioHttp" -}}
{{- $root := .root }}
{{- with omit .http "route" "mirror" }}
{{- toYaml . }}
{{- end }}
{{- with .http.route }}
route:
  {{- range . }}
  - destination: {{- include "chartgen.istioDestination" (dict "root" $root "backend" .destination) | nindent 6 }}
    {{- with omit . "destination" }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
{{- end }}
{{- with .http.mirror }}
mirror: {{- include "chartgen.istioDestination" (dict "root" $root "backend" .) | nindent 2 }}
{{- end }}
{{- end }}
