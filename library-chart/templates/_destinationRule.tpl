{{/*
chartgen.destinationRule: one of .Values.destinationRules, for Istio.
Takes   a root with .Which, its short name.
Yields  one whole document, nothing where the environment has no such DestinationRule.
*/}}
{{- define "chartgen.destinationRule" -}}
{{- with get (.Values.destinationRules | default dict) .Which -}}
{{- $object := dict "root" $ "object" (printf "DestinationRule/%s" $.Which) "suffix" (printf "-%s" $.Which) -}}
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: {{ include "chartgen.objectName" $object | quote }}
  labels: {{- include "chartgen.labels" $ | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" $) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  host: {{ .host | default (include "chartgen.backendName" (dict "root" $ "backend" .)) | quote }}
  {{- with .trafficPolicy }}
  trafficPolicy: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .subsets }}
  subsets: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .exportTo }}
  exportTo: {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
{{- end }}
