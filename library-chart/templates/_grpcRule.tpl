{{/*
chartgen.grpcRule: one rule of a GRPCRoute.
Takes   a map: root, route (servicePort), rule (name, matches, and what chartgen.routeRule takes).
Yields  the fields of a rule.
*/}}
{{- define "chartgen.grpcRule" -}}
{{- with .rule.name }}
name: {{ . | quote }}
{{- end }}
{{- with .rule.matches }}
matches: {{- toYaml . | nindent 2 }}
{{- end }}
{{- include "chartgen.routeRule" . }}
{{- end }}
