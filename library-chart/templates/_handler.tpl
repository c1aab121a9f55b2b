{{/*
chartgen.handler: what a probe or a lifecycle hook does.
Takes   a map with one of httpGet, tcpSocket, grpc, exec, sleep.
Yields  that one, with its fields.
*/}}
{{- define "chartgen.handler" -}}
{{- with .httpGet -}}
httpGet:
  path: {{ .path | quote }}
  port: {{ include "chartgen.intOrString" .port }}
  {{- with .scheme }}
  scheme: {{ . | quote }}
  {{- end }}
  {{- with .httpHeaders }}
  httpHeaders:
    {{- range . }}
    - name: {{ .name | quote }}
      value: {{ .value | quote }}
    {{- end }}
  {{- end }}
{{- end }}
{{- with .tcpSocket -}}
tcpSocket:
  port: {{ include "chartgen.intOrString" .port }}
{{- end }}
{{- with .grpc -}}
grpc:
  port: {{ .port | int64 }}
  {{- with .service }}
  service: {{ . | quote }}
  {{- end }}
{{- end }}
{{- with .exec -}}
exec:
  command:
    {{- range .command }}
    - {{ . | quote }}
    {{- end }}
{{- end }}
{{- with .sleep -}}
sleep:
  seconds: {{ .seconds | int64 }}
{{- end }}
{{- end }}
