{{/*
chartgen.secretProviderClass: what the Secrets Store CSI driver fetches from an outside store.
Takes   a root with .Which, the volume's name; .Values.secretProviders, .Component, .Chart, .Release.
Yields  one whole document, nothing where the environment has no such volume.
*/}}
{{- define "chartgen.secretProviderClass" -}}
{{- with get (.Values.secretProviders | default dict) .Which -}}
apiVersion: secrets-store.csi.x-k8s.io/v1
kind: SecretProviderClass
metadata:
  name: {{ include "chartgen.secretProviderName" (dict "root" $ "name" $.Which) | quote }}
  labels: {{- include "chartgen.labels" $ | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" $) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  provider: {{ .provider | quote }}
  {{- with .parameters }}
  parameters: {{- include "chartgen.strings" . | nindent 4 }}
  {{- end }}
{{- end }}
{{- end }}
