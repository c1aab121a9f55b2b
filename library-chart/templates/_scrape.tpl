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
tlsConfig:
  {{- with .serverName }}
  serverName: {{ . | quote }}
  {{- end }}
  insecureSkipVerify: {{ .insecureSkipVerify }}
  {{- range $key := list "ca" "cert" }}
  {{- with get $.endpoint.tlsConfig $key }}
  {{ $key }}:
    secret: {{- include "chartgen.reference" (dict "root" $.root "ref" . "kind" "Secret" "key" "name") | nindent 6 }}
  {{- end }}
  {{- end }}
  {{- with .keySecret }}
  keySecret: {{- include "chartgen.reference" (dict "root" $.root "ref" . "kind" "Secret" "key" "name") | nindent 4 }}
  {{- end }}
{{- end }}
{{- with .endpoint.basicAuth }}
basicAuth:
  username: {{- include "chartgen.reference" (dict "root" $.root "ref" .username "kind" "Secret" "key" "name") | nindent 4 }}
  password: {{- include "chartgen.reference" (dict "root" $.root "ref" .password "kind" "Secret" "key" "name") | nindent 4 }}
{{- end }}
{{- with .endpoint.params }}
params: {{- toYaml . | nindent 2 }}
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
