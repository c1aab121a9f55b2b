{{/*
chartgen.dashboards: Grafana dashboards, as a ConfigMap that Grafana's sidecar finds by its labels.
Takes   a root: .Values.dashboards, .Chart, .Release.
Yields  one whole document, nothing where there are none.
*/}}
{{- define "chartgen.dashboards" -}}
{{- with .Values.dashboards -}}
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ include "chartgen.objectName" (dict "root" $ "object" "ConfigMap/dashboards" "suffix" "-dashboards") | quote }}
  labels: {{- include "chartgen.monitorLabels" (dict "root" $ "own" .labels) | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" (dict "Values" (omit $.Values "hook")) "own" .annotations) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
data: {{- include "chartgen.strings" .files | nindent 2 }}
{{- end }}
{{- end }}
