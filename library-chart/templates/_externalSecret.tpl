{{/*
chartgen.externalSecret: one of .Values.externalSecrets, for the External Secrets operator.
Takes   a root with .Which, its short name; .Values.hook where a hook reads it.
Yields  one whole document, nothing where the environment has no such secret.
*/}}
{{- define "chartgen.externalSecret" -}}
{{- if hasKey ((.Main | default .).Values.externalSecrets | default dict) .Which -}}
{{- $object := dict "root" . "object" (printf "ExternalSecret/%s" .Which) "suffix" (printf "-%s" .Which) -}}
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: {{ include "chartgen.ownName" $object | quote }}
  labels: {{- include "chartgen.labels" . | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" .) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec: {{- include "chartgen.externalSecretSpec" (dict "root" . "name" .Which) | nindent 2 }}
{{- end }}
{{- end }}
