{{/*
chartgen.triggerAuthentication: how KEDA logs in where it looks.
Takes   a root with .Which, its short name in the authentications of .Values.scaledJob, else .Values.keda; .Component,
        .Chart, .Release.
Yields  one whole document, nothing where the environment has no such authentication, or doesn't scale by events.
*/}}
{{- define "chartgen.triggerAuthentication" -}}
{{- $events := .Values.scaledJob | default .Values.keda | default dict }}
{{- if and (or .Values.scaledJob $events.enabled) (hasKey ($events.authentications | default dict) .Which) -}}
apiVersion: keda.sh/v1alpha1
kind: TriggerAuthentication
metadata:
  name: {{ include "chartgen.objectName" (dict "root" . "object" (printf "TriggerAuthentication/%s" .Which) "suffix" (printf "-%s" .Which)) | quote }}
  labels: {{- include "chartgen.labels" . | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" .) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec: {{- get $events.authentications .Which | toYaml | nindent 2 }}
{{- end }}
{{- end }}
