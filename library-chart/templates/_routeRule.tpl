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
  - {{ toYaml . | indent 4 | trimPrefix "    " }}
  {{- end }}
  {{- end }}
{{- end }}
{{- if not (hasKey .rule "backendRefs") }}
backendRefs:
  - {{ include "chartgen.backendRef" (dict "root" $root "backend" (dict "port" .route.servicePort "weight" 1)) | indent 4 | trimPrefix "    " }}
{{- else if .rule.backendRefs }}
backendRefs:
  {{- range .rule.backendRefs }}
  - {{ include "chartgen.backendRef" (dict "root" $root "backend" .) | indent 4 | trimPrefix "    " }}
  {{- end }}
{{- end }}
{{- end }}
