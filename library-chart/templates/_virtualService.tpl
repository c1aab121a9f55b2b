{{/*
chartgen.virtualService: one of .Values.virtualServices, for Istio.
Takes   a root with .Which, its short name.
Yields  one whole document, nothing where the environment has no such VirtualService.
*/}}
{{- define "chartgen.virtualService" -}}
{{- with get (.Values.virtualServices | default dict) .Which -}}
{{- $object := dict "root" $ "object" (printf "VirtualService/%s" $.Which) "suffix" (printf "-%s" $.Which) -}}
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: {{ include "chartgen.objectName" $object | quote }}
  labels: {{- include "chartgen.labels" $ | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" $) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  hosts: {{- toYaml .hosts | nindent 4 }}
  {{- with .gateways }}
  gateways: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .exportTo }}
  exportTo: {{- toYaml . | nindent 4 }}
  {{- end }}
  http:
    {{- range .http }}
    - {{ include "chartgen.istioHttp" (dict "root" $ "http" .) | trim | indent 6 | trimPrefix "      " }}
    {{- end }}
{{- end }}
{{- end }}
