{{/*
chartgen.quantity: an amount, as text; --set gives whole numbers as numbers, which are printed without an exponent.
Takes   a text or a number.
Yields  a quoted text.
*/}}
{{- define "chartgen.quantity" -}}
{{- if kindIs "string" . }}
{{- . | quote }}
{{- else }}
{{- . | int64 | toString | quote }}
{{- end }}
{{- end }}
