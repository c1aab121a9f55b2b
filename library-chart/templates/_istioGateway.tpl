{{/*
chartgen.istioGateway: one of .Values.istioGateways, for Istio.
Takes   a root with .Which, its short name.
Yields  one whole document, nothing where the environment has no such Gateway.
*/}}
{{- define "chartgen.istioGateway" -}}
{{- with get (.Values.istioGateways | default dict) .Which -}}
{{- $object := dict "root" $ "object" (printf "Gateway/%s" $.Which) "suffix" (printf "-%s" $.Which) -}}
apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: {{ include "chartgen.objectName" $object | quote }}
  labels: {{- include "chartgen.labels" $ | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" $) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  selector: {{- include "chartgen.strings" .selector | nindent 4 }}
  servers: {{- toYaml .servers | nindent 4 }}
{{- end }}
{{- end }}
