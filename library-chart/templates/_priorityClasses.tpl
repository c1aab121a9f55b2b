{{/*
chartgen.priorityClasses: who goes first when the cluster is full.
Takes   a root: .Values.priorityClasses, .Chart, .Release.
Yields  a document a class with --- between them.
*/}}
{{- define "chartgen.priorityClasses" -}}
{{- $documents := list }}
{{- range $name, $class := .Values.priorityClasses }}
{{- $documents = append $documents (include "chartgen.priorityClass" (dict "root" $ "name" $name "class" $class)) }}
{{- end }}
{{- join "\n---\n" $documents }}
{{- end }}
