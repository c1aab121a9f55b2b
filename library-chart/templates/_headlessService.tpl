{{/*
chartgen.headlessService: the Service that gives each copy of a StatefulSet a name of its own, before it is ready.
Takes   a root: .Values.containerPorts, .Component, .Chart, .Release.
Yields  one whole document.
*/}}
{{- define "chartgen.headlessService" -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ include "chartgen.headlessServiceName" . | quote }}
  labels: {{- include "chartgen.labels" . | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" .) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  type: ClusterIP
  clusterIP: None
  publishNotReadyAddresses: true
  selector: {{- include "chartgen.selectorLabels" . | nindent 4 }}
  {{- with .Values.containerPorts }}
  ports:
    {{- range $name, $port := . }}
    - name: {{ $name | quote }}
      port: {{ $port.containerPort | int64 }}
      targetPort: {{ $name | quote }}
      protocol: {{ $port.protocol | quote }}
    {{- end }}
  {{- end }}
{{- end }}
