{{/*
chartgen.networkPolicy: who may reach the pods and whom they may reach.
Takes   a root: .Values (networkPolicy, connectionTest), .Component, .Chart, .Release.
Yields  one whole document, nothing while the policy is off; it lets the pods of `helm test` in.
*/}}
{{- define "chartgen.networkPolicy" -}}
{{- if (.Values.networkPolicy).enabled -}}
{{- $tested := and .Values.connectionTest (has "Ingress" .Values.networkPolicy.policyTypes) -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ include "chartgen.objectName" (dict "root" . "object" "NetworkPolicy" "suffix" "") | quote }}
  labels: {{- include "chartgen.labels" . | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" .) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  podSelector:
    matchLabels: {{- include "chartgen.selectorLabels" . | nindent 6 }}
  policyTypes:
    {{- range .Values.networkPolicy.policyTypes }}
    - {{ . | quote }}
    {{- end }}
  {{- if or .Values.networkPolicy.ingress $tested }}
  ingress:
    {{- range .Values.networkPolicy.ingress }}
    - {{ include "chartgen.networkRule" (dict "side" "from" "rule" .) | nindent 6 | trim }}
    {{- end }}
    {{- if $tested }}
    {{- $port := index .Values.service.ports .Values.connectionTest.servicePort }}
    - from:
        - podSelector:
            matchLabels: {{- include "chartgen.testLabels" . | nindent 14 }}
      ports:
        - port: {{ include "chartgen.intOrString" $port.targetPort }}
          protocol: {{ $port.protocol | quote }}
    {{- end }}
  {{- end }}
  {{- with .Values.networkPolicy.egress }}
  egress:
    {{- range . }}
    - {{ include "chartgen.networkRule" (dict "side" "to" "rule" .) | nindent 6 | trim }}
    {{- end }}
  {{- end }}
{{- end }}
{{- end }}
