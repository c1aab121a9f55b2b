{{/*
chartgen.defaultDeny: what every pod of the namespace may do without a policy of its own; everything else is refused.
Takes   a root: .Values (namespace, networkPolicy), .Chart, .Release.
Yields  one whole document, nothing while the policy is off.
*/}}
{{- define "chartgen.defaultDeny" -}}
{{- if .Values.networkPolicy.enabled -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ include "chartgen.objectName" (dict "root" . "object" "NetworkPolicy" "suffix" "-default-deny") | quote }}
  namespace: {{ .Values.namespace.name | quote }}
  labels: {{- include "chartgen.labels" . | nindent 4 }}
spec:
  podSelector: {}
  policyTypes:
    {{- range .Values.networkPolicy.policyTypes }}
    - {{ . | quote }}
    {{- end }}
  {{- with .Values.networkPolicy.ingress }}
  ingress:
    {{- range . }}
    - {{ include "chartgen.networkRule" (dict "side" "from" "rule" .) | nindent 6 | trim }}
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
