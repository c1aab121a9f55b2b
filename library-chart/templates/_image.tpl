{{/*
chartgen.image: what is pulled; where both are set the digest is pulled and the tag names the version.
Takes   .Values.image, or that of a further container.
Yields  repository, repository:tag, repository@digest or repository:tag@digest.
*/}}
{{- define "chartgen.image" -}}
{{- .repository }}
{{- with .tag }}:{{ . }}{{ end }}
{{- with .digest }}@{{ . }}{{ end }}
{{- end }}
