{{/*
chartgen.parentRefs: the Gateways, ListenerSets or Services that a route belongs to.
Takes   a list of parentRefs.
Yields  a list, group and kind written out.
*/}}
{{- define "chartgen.parentRefs" -}}
{{- range . }}
- group: {{ .group | quote }}
  kind: {{ .kind | quote }}
  {{- with .namespace }}
  namespace: {{ . | quote }}
  {{- end }}
  name: {{ .name | quote }}
  {{- with .sectionName }}
  sectionName: {{ . | quote }}
  {{- end }}
  {{- with .port }}
  port: {{ . | int64 }}
  {{- end }}
{{- end }}
{{- end }}
