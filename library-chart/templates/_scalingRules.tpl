{{/*
chartgen.scalingRules: how fast an autoscaler changes the number of copies in one direction.
Takes   scaleUp or scaleDown of .Values.autoscaling.behavior.
Yields  its fields.
*/}}
{{- define "chartgen.scalingRules" -}}
stabilizationWindowSeconds: {{ .stabilizationWindowSeconds | int64 }}
selectPolicy: {{ .selectPolicy | quote }}
policies:
  {{- range .policies }}
  - type: {{ .type | quote }}
    value: {{ .value | int64 }}
    periodSeconds: {{ .periodSeconds | int64 }}
  {{- end }}
{{- end }}
