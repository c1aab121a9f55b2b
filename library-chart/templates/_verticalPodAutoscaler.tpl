{{/*
chartgen.verticalPodAutoscaler: what containers should request, by what they use.
Takes   a root: .Values.vpa, .Component, .Chart, .Release.
Yields  one whole document, nothing while it is off.
*/}}
{{- define "chartgen.verticalPodAutoscaler" -}}
{{- if (.Values.vpa).enabled -}}
apiVersion: autoscaling.k8s.io/v1
kind: VerticalPodAutoscaler
metadata:
  name: {{ include "chartgen.objectName" (dict "root" . "object" "VerticalPodAutoscaler" "suffix" "") | quote }}
  labels: {{- include "chartgen.labels" . | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" .) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  targetRef: {{- include "chartgen.scaleTarget" . | nindent 4 }}
  updatePolicy:
    updateMode: {{ .Values.vpa.updateMode | quote }}
    {{- if hasKey .Values.vpa "minReplicas" }}
    minReplicas: {{ .Values.vpa.minReplicas | int64 }}
    {{- end }}
  resourcePolicy:
    containerPolicies: {{- toYaml .Values.vpa.containerPolicies | nindent 6 }}
{{- end }}
{{- end }}
