{{/*
chartgen.image: what is pulled; where both are set the digest is pulled and the tag names the version.
Takes   a root: .Values.image.
Yields  repository, repository:tag, repository@digest or repository:tag@digest.
*/}}
{{- define "chartgen.image" -}}
{{- .Values.image.repository }}
{{- with .Values.image.tag }}:{{ . }}{{ end }}
{{- with .Values.image.digest }}@{{ . }}{{ end }}
{{- end }}
