{{/*
chartgen.routeRule: what happens to requests that match, in a route of the Gateway API.
Takes   a map: root, route (servicePort), rule (filters, backendRefs; where there are none, they are the servicePort).
Yields  the fields filters and backendRefs.
*/}}
{{- define "chartgen.routeRule" -}}
{{- $root := .root }}
{{- with .rule.filters }}
filters:
  {{- range . }}
  {{- if .requestMirror }}
  - type: RequestMirror
    requestMirror:
      backendRef: {{- include "chartgen.backendRef" (dict "root" $root "backend" .requestMirror.backendRef) | nindent 8 }}
      {{- if hasKey .requestMirror "percent" }}
      percent: {{ .requestMirror.percent | int64 }}
      {{- end }}
  {{- else }}
  - {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- end }}
{{- end }}
{{- if not (hasKey .rule "backendRefs") }}
backendRefs:
  - {{- include "chartgen.backendRef" (dict "root" $root "backend" (dict "port" .route.servicePort "weight" 1)) | nindent 4 }}
{{- else if .rule.backendRefs }}
backendRefs:
  {{- range .rule.backendRefs }}
  - {{- include "chartgen.backendRef" (dict "root" $root "backend" .) | nindent 4 }}
  {{- end }}
{{- end }}
{{- end }}
