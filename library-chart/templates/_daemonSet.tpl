{{/*
chartgen.daemonSet: the workload, as one copy a node.
Takes   a root: .Values (the workload's), .Component, .Chart, .Release.
Yields  one whole document.
*/}}
{{- define "chartgen.daemonSet" -}}
apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: {{ include "chartgen.objectName" (dict "root" . "object" "DaemonSet" "suffix" "") | quote }}
  labels: {{- include "chartgen.labels" . | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" . "own" (include "chartgen.reloader" . | fromYaml)) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  revisionHistoryLimit: {{ .Values.revisionHistoryLimit | int64 }}
  {{- if hasKey .Values "minReadySeconds" }}
  minReadySeconds: {{ .Values.minReadySeconds | int64 }}
  {{- end }}
  updateStrategy: {{- include "chartgen.updateStrategy" .Values.updateStrategy | nindent 4 }}
  selector:
    matchLabels: {{- include "chartgen.selectorLabels" . | nindent 6 }}
  template: {{- include "chartgen.pod" . | nindent 4 }}
{{- end }}
