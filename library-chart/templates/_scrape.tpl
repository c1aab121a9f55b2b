{{/*
chartgen.scrape: a page of metrics, as ServiceMonitor and PodMonitor write it.
Takes   a map: root, endpoint (an entry of endpoints), relabelings (those that come first; may be left out).
Yields  the fields of the endpoint.
*/}}
{{- define "chartgen.scrape" -}}
port: {{ .endpoint.port | quote }}
path: {{ .endpoint.path | quote }}
scheme: {{ .endpoint.scheme | quote }}
{{- with .endpoint.interval }}
interval: {{ . | quote }}
{{- end }}
{{- with .endpoint.scrapeTimeout }}
scrapeTimeout: {{ . | quote }}
{{- end }}
honorLabels: {{ .endpoint.honorLabels }}
{{- with .endpoint.tlsConfig }}
tlsConfig: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .endpoint.authorization }}
{{- $ref := dict "root" $.root "ref" .credentials "kind" "Secret" "key" "name" }}
authorization:
  type: {{ .type | quote }}
  credentials: {{- include "chartgen.reference" $ref | nindent 4 }}
{{- end }}
{{- with concat (.relabelings | default list) .endpoint.relabelings }}
relabelings: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .endpoint.metricRelabelings }}
metricRelabelings: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
