{{/*
chartgen.limitRange: defaults and bounds for each container, pod and claim of the namespace.
Takes   a root: .Values (namespace, limitRange), .Chart, .Release.
Yields  one whole document, nothing where the environment has none.
*/}}
{{- define "chartgen.limitRange" -}}
{{- if .Values.limitRange -}}
apiVersion: v1
kind: LimitRange
metadata:
  name: {{ include "chartgen.objectName" (dict "root" . "object" "LimitRange" "suffix" "") | quote }}
  namespace: {{ .Values.namespace.name | quote }}
  labels: {{- include "chartgen.labels" . | nindent 4 }}
spec:
  limits:
    {{- range $item := .Values.limitRange }}
    - type: {{ .type | quote }}
      {{- range list "default" "defaultRequest" "min" "max" }}
      {{- if get $item . }}
      {{ . }}:
        {{- range $resource, $amount := get $item . }}
        {{ $resource }}: {{ include "chartgen.quantity" $amount }}
        {{- end }}
      {{- end }}
      {{- end }}
    {{- end }}
{{- end }}
{{- end }}
