{{/*
chartgen.istioPolicy: a policy of Istio's.
Takes   a map: root, kind, which (its short name), policy (its values).
Yields  one whole document.
*/}}
{{- define "chartgen.istioPolicy" -}}
{{- $object := dict "root" .root "object" (printf "%s/%s" .kind .which) "suffix" (printf "-%s" .which) -}}
apiVersion: security.istio.io/v1
kind: {{ .kind }}
metadata:
  name: {{ include "chartgen.objectName" $object | quote }}
  labels: {{- include "chartgen.labels" .root | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" .root) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  {{- with include "chartgen.istioScope" . }}
  {{- . | nindent 2 }}
  {{- end }}
  {{- omit .policy "component" "matchLabels" "namespaceWide" "targetRefs" | toYaml | nindent 2 }}
{{- end }}
