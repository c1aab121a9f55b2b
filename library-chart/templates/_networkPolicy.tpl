{{/*
chartgen.networkPolicy: who may reach the pods and whom they may reach.
Takes   a root: .Values (networkPolicy, connectionTest; tests of .Main), .Component, .Chart, .Release.
Yields  one whole document, nothing while the policy is off. The pods of `helm test` may come in: the connection test on its
        port, others on every port.
*/}}
{{- define "chartgen.networkPolicy" -}}
{{- if (.Values.networkPolicy).enabled -}}
{{- $main := .Main | default . }}
{{- $admitted := dict }}
{{- if has "Ingress" .Values.networkPolicy.policyTypes }}
{{- with .Values.connectionTest }}
{{- $port := index $.Values.service.ports .servicePort }}
{{- $_ := set $admitted (toString $port.targetPort) (dict "port" $port.targetPort "protocol" $port.protocol) }}
{{- end }}
{{- if $main.Values.tests }}
{{- range $name, $port := .Values.containerPorts }}
{{- $_ := set $admitted $name (dict "port" $name "protocol" $port.protocol) }}
{{- end }}
{{- end }}
{{- end -}}
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
  {{- if or .Values.networkPolicy.ingress $admitted }}
  ingress:
    {{- range .Values.networkPolicy.ingress }}
    - {{ include "chartgen.networkRule" (dict "side" "from" "rule" .) | nindent 6 | trim }}
    {{- end }}
    {{- with $admitted }}
    - from:
        - podSelector:
            matchLabels: {{- include "chartgen.testLabels" $main | nindent 14 }}
      ports:
        {{- range . }}
        - port: {{ include "chartgen.intOrString" .port }}
          protocol: {{ .protocol | quote }}
        {{- end }}
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
