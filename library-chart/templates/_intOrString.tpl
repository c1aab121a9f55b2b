{{/*
chartgen.intOrString: a number as a number, a text as a text: 8080 or "http", 1 or "25%".
Takes   the number or the string.
Yields  one scalar.
*/}}
{{- define "chartgen.intOrString" -}}
{{- if kindIs "string" . }}
{{- . | quote }}
{{- else }}
{{- . | int64 }}
{{- end }}
{{- end }}
