{{/*
chartgen.podMonitor: what the Prometheus operator scrapes, pod by pod: ports of sidecars too, which no Service has.
Takes   a root: .Values.podMonitor, .Component, .Chart, .Release.
Yields  one whole document, nothing while it is off.
*/}}
{{- define "chartgen.podMonitor" -}}
{{- if (.Values.podMonitor).enabled -}}
{{- $monitor := .Values.podMonitor -}}
apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata:
  name: {{ include "chartgen.objectName" (dict "root" . "object" "PodMonitor" "suffix" "") | quote }}
  {{- with $monitor.namespace }}
  namespace: {{ . | quote }}
  {{- end }}
  labels: {{- include "chartgen.monitorLabels" (dict "root" . "own" $monitor.labels) | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" .) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  {{- if $monitor.namespace }}
  namespaceSelector:
    matchNames:
      - {{ .Release.Namespace | quote }}
  {{- end }}
  selector:
    matchLabels: {{- include "chartgen.selectorLabels" . | nindent 6 }}
  {{- with $monitor.jobLabel }}
  jobLabel: {{ . | quote }}
  {{- end }}
  {{- with $monitor.podTargetLabels }}
  podTargetLabels: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- if hasKey $monitor "sampleLimit" }}
  sampleLimit: {{ $monitor.sampleLimit | int64 }}
  {{- end }}
  podMetricsEndpoints:
    {{- range $name, $endpoint := $monitor.endpoints }}
    - {{ include "chartgen.scrape" (dict "root" $ "endpoint" $endpoint) | nindent 6 | trim }}
    {{- end }}
{{- end }}
{{- end }}
