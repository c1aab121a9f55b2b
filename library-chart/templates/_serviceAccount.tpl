{{/*
chartgen.serviceAccount: who the pods are to the API server.
Takes   a root: .Values.serviceAccount, .Component, .Chart, .Release.
Yields  one whole document, nothing where create is false.
*/}}
{{- define "chartgen.serviceAccount" -}}
{{- if .Values.serviceAccount.create -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ include "chartgen.serviceAccountName" . | quote }}
  labels: {{- include "chartgen.labels" . | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" . "own" .Values.serviceAccount.annotations) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
automountServiceAccountToken: {{ .Values.serviceAccount.automount }}
{{- with .Values.serviceAccount.imagePullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ .name | quote }}
  {{- end }}
{{- end }}
{{- end }}
{{- end }}
