{{/*
chartgen.service: the Service in front of the pods.
Takes   a root: .Values.service, .Component, .Chart, .Release.
Yields  one whole document, nothing where there is no service.
*/}}
{{- define "chartgen.service" -}}
{{- with .Values.service -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ include "chartgen.serviceName" $ | quote }}
  labels: {{- include "chartgen.labels" $ | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" $ "own" .annotations) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  type: {{ .type | quote }}
  {{- if hasKey . "publishNotReadyAddresses" }}
  publishNotReadyAddresses: {{ .publishNotReadyAddresses }}
  {{- end }}
  {{- with .internalTrafficPolicy }}
  internalTrafficPolicy: {{ . | quote }}
  {{- end }}
  {{- with .sessionAffinity }}
  sessionAffinity: {{ . | quote }}
  {{- end }}
  selector: {{- include "chartgen.selectorLabels" $ | nindent 4 }}
  ports:
    {{- range $name, $port := .ports }}
    - name: {{ $name | quote }}
      port: {{ $port.port | int64 }}
      targetPort: {{ include "chartgen.intOrString" $port.targetPort }}
      protocol: {{ $port.protocol | quote }}
      {{- with $port.appProtocol }}
      appProtocol: {{ . | quote }}
      {{- end }}
    {{- end }}
{{- end }}
{{- end }}
