{{/*
chartgen.serviceMonitor: what the Prometheus operator scrapes, by way of the Service.
The labels of a Service are those of every Service of the workload, a headless one among them: the first relabeling
keeps the one that is meant, or each pod would be scraped twice.
Takes   a root: .Values.serviceMonitor, .Component, .Chart, .Release.
Yields  one whole document, nothing while it is off.
*/}}
{{- define "chartgen.serviceMonitor" -}}
{{- if (.Values.serviceMonitor).enabled -}}
{{- $monitor := .Values.serviceMonitor -}}
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: {{ include "chartgen.objectName" (dict "root" . "object" "ServiceMonitor" "suffix" "") | quote }}
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
    matchLabels:
      app.kubernetes.io/name: {{ .Chart.Name | quote }}
      app.kubernetes.io/instance: {{ .Release.Name | quote }}
      app.kubernetes.io/component: {{ .Component | default "main" | quote }}
  {{- with $monitor.jobLabel }}
  jobLabel: {{ . | quote }}
  {{- end }}
  {{- with $monitor.targetLabels }}
  targetLabels: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $monitor.podTargetLabels }}
  podTargetLabels: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- if hasKey $monitor "sampleLimit" }}
  sampleLimit: {{ $monitor.sampleLimit | int64 }}
  {{- end }}
  endpoints:
    {{- $source := list "__meta_kubernetes_service_name" }}
    {{- $one := dict "action" "keep" "sourceLabels" $source "regex" (include "chartgen.serviceName" .) }}
    {{- range $name, $endpoint := $monitor.endpoints }}
    - {{ include "chartgen.scrape" (dict "root" $ "endpoint" $endpoint "relabelings" (list $one)) | nindent 6 | trim }}
    {{- end }}
{{- end }}
{{- end }}
