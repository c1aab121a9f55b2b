{{/*
chartgen.configFiles: the files that are kept in a ConfigMap and mounted into the container.
Takes   a root: .Values.configFiles, .Component, .Chart, .Release.
Yields  one whole document, nothing where there are no files.
*/}}
{{- define "chartgen.configFiles" -}}
{{- with .Values.configFiles -}}
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ include "chartgen.configFilesName" $ | quote }}
  labels: {{- include "chartgen.labels" $ | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" $) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
{{- with include "chartgen.fileContents" . }}
data: {{- . | nindent 2 }}
{{- end }}
{{- with include "chartgen.fileBinaries" . }}
binaryData: {{- . | nindent 2 }}
{{- end }}
{{- end }}
{{- end }}
