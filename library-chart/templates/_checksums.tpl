{{/*
chartgen.checksums: pod annotations that change when, and only when, what the pods read from the ConfigMaps changes.
Takes   a root: .Values (config, configFiles).
Yields  a line for each ConfigMap that the pods use.
*/}}
{{- define "chartgen.checksums" -}}
{{- $sums := dict }}
{{- with .Values.config }}
{{- $_ := set $sums "checksum/config" (include "chartgen.strings" . | sha256sum) }}
{{- end }}
{{- with .Values.configFiles }}
{{- $_ := set $sums "checksum/config-files" (include "chartgen.fileContents" . | sha256sum) }}
{{- end }}
{{- include "chartgen.strings" $sums }}
{{- end }}
