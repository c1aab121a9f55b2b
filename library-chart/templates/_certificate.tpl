{{/*
chartgen.certificate: one of .Values.certificates, for cert-manager.
Takes   a root with .Which, its short name.
Yields  one whole document, nothing where the environment has no such certificate.
*/}}
{{- define "chartgen.certificate" -}}
{{- with get (.Values.certificates | default dict) .Which -}}
{{- $suffix := printf "-%s" $.Which -}}
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: {{ include "chartgen.objectName" (dict "root" $ "object" (printf "Certificate/%s" $.Which) "suffix" $suffix) | quote }}
  labels: {{- include "chartgen.labels" $ | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" $) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  secretName: {{ .secretName | default (include "chartgen.objectName" (dict "root" $ "object" "Secret" "suffix" $suffix)) | quote }}
  {{- toYaml (omit . "secretName") | nindent 2 }}
{{- end }}
{{- end }}
