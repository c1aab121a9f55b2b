{{/*
chartgen.prometheusRule: recorded queries and alerts for the Prometheus operator, in one group.
Takes   a root: .Values.prometheusRule, .Component, .Chart, .Release.
Yields  one whole document, nothing while it is off; never a hook, which Helm would delete after the Job it tells of.
*/}}
{{- define "chartgen.prometheusRule" -}}
{{- if (.Values.prometheusRule).enabled -}}
{{- $name := include "chartgen.objectName" (dict "root" . "object" "PrometheusRule" "suffix" "") -}}
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: {{ $name | quote }}
  labels: {{- include "chartgen.monitorLabels" (dict "root" . "own" .Values.prometheusRule.labels) | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" (dict "Values" (omit .Values "hook"))) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  groups:
    - name: {{ $name | quote }}
      {{- with .Values.prometheusRule.interval }}
      interval: {{ . | quote }}
      {{- end }}
      rules:
        {{- range .Values.prometheusRule.recordings }}
        - record: {{ .record | quote }}
          expr: {{ include "chartgen.inRelease" (dict "root" $ "text" .expr) | quote }}
          {{- with .labels }}
          labels: {{- include "chartgen.inRelease" (dict "root" $ "text" (include "chartgen.strings" .)) | nindent 12 }}
          {{- end }}
        {{- end }}
        {{- range $alert, $rule := .Values.prometheusRule.alerts }}
        - alert: {{ $alert | quote }}
          expr: {{ include "chartgen.inRelease" (dict "root" $ "text" .expr) | quote }}
          for: {{ get . "for" | quote }}
          {{- with .keepFiringFor }}
          keep_firing_for: {{ . | quote }}
          {{- end }}
          {{- with .labels }}
          labels: {{- include "chartgen.inRelease" (dict "root" $ "text" (include "chartgen.strings" .)) | nindent 12 }}
          {{- end }}
          {{- with .annotations }}
          annotations: {{- include "chartgen.inRelease" (dict "root" $ "text" (include "chartgen.strings" .)) | nindent 12 }}
          {{- end }}
        {{- end }}
{{- end }}
{{- end }}
