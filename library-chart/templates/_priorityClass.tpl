{{/*
chartgen.priorityClass: one PriorityClass, under its own name, by which pods of all namespaces ask for it.
Takes   a map: root, name, class (value, preemptionPolicy, globalDefault, description).
Yields  one whole document.
*/}}
{{- define "chartgen.priorityClass" -}}
apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata:
  name: {{ .name | quote }}
  labels: {{- include "chartgen.labels" .root | nindent 4 }}
value: {{ .class.value | int64 }}
preemptionPolicy: {{ .class.preemptionPolicy | quote }}
globalDefault: {{ .class.globalDefault }}
{{- with .class.description }}
description: {{ . | quote }}
{{- end }}
{{- end }}
