{{/*
chartgen.triggers: what KEDA looks at.
Takes   a root: .Values (scaledJob, else keda), and what chartgen.objectName takes.
Yields  a list.
*/}}
{{- define "chartgen.triggers" -}}
{{- range $name, $trigger := (.Values.scaledJob | default .Values.keda).triggers }}
- name: {{ $name | quote }}
  type: {{ .type | quote }}
  {{- with .metricType }}
  metricType: {{ . | quote }}
  {{- end }}
  useCachedMetrics: {{ .useCachedMetrics }}
  metadata: {{- include "chartgen.strings" .metadata | nindent 4 }}
  {{- if .authentication }}
  authenticationRef:
    name: {{ include "chartgen.objectName" (dict "root" $ "object" (printf "TriggerAuthentication/%s" .authentication) "suffix" (printf "-%s" .authentication)) | quote }}
    kind: TriggerAuthentication
  {{- else if .authenticationRef }}
  authenticationRef:
    name: {{ .authenticationRef.name | quote }}
    kind: {{ .authenticationRef.kind | quote }}
  {{- end }}
{{- end }}
{{- end }}
