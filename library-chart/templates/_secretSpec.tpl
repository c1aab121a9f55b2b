{{/*
chartgen.secretSpec: what makes a Secret of the chart, whichever operator does.
Takes   a map: root, name.
Yields  the fields of `spec` of its ExternalSecret or SealedSecret.
*/}}
{{- define "chartgen.secretSpec" -}}
{{- if hasKey ((.root.Main | default .root).Values.sealedSecrets | default dict) .name }}
{{- include "chartgen.sealedSecretSpec" . }}
{{- else }}
{{- include "chartgen.externalSecretSpec" . }}
{{- end }}
{{- end }}
