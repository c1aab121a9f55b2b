{{/*
chartgen.namespace: the Namespace of a team, with its Pod Security level.
Takes   a root: .Values (namespace, podSecurity), .Chart, .Release.
Yields  one whole document, nothing where create is false.
*/}}
{{- define "chartgen.namespace" -}}
{{- if .Values.namespace.create }}
{{- $keep := .Values.namespace.keep | ternary (dict "helm.sh/resource-policy" "keep") dict -}}
apiVersion: v1
kind: Namespace
metadata:
  name: {{ .Values.namespace.name | quote }}
  labels:
    {{- include "chartgen.labels" . | nindent 4 }}
    pod-security.kubernetes.io/enforce: {{ .Values.podSecurity.enforce | quote }}
    pod-security.kubernetes.io/enforce-version: {{ .Values.podSecurity.version | quote }}
    pod-security.kubernetes.io/audit: {{ .Values.podSecurity.audit | quote }}
    pod-security.kubernetes.io/audit-version: {{ .Values.podSecurity.version | quote }}
    pod-security.kubernetes.io/warn: {{ .Values.podSecurity.warn | quote }}
    pod-security.kubernetes.io/warn-version: {{ .Values.podSecurity.version | quote }}
    {{- with .Values.namespace.labels }}
    {{- include "chartgen.strings" . | nindent 4 }}
    {{- end }}
  {{- if or $keep .Values.namespace.annotations }}
  annotations:
    {{- with .Values.namespace.annotations }}
    {{- include "chartgen.strings" . | nindent 4 }}
    {{- end }}
    {{- with $keep }}
    {{- include "chartgen.strings" . | nindent 4 }}
    {{- end }}
  {{- end }}
{{- end }}
{{- end }}
