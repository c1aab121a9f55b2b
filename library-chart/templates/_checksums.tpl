{{/*
chartgen.checksums: pod annotations that change when, and only when, what the pods read of the chart's configuration
changes: the data of ConfigMaps, and what makes the Secrets.
Takes   a root: .Values (config, configFiles, reads), and the service's configMaps, externalSecrets, sealedSecrets.
Yields  a line for each kind that the pods use.
*/}}
{{- define "chartgen.checksums" -}}
{{- $sums := dict }}
{{- with .Values.config }}
{{- $_ := set $sums "checksum/config" (include "chartgen.strings" . | sha256sum) }}
{{- end }}
{{- with .Values.configFiles }}
{{- $contents := printf "%s%s" (include "chartgen.fileContents" .) (include "chartgen.fileBinaries" .) }}
{{- $_ := set $sums "checksum/config-files" (sha256sum $contents) }}
{{- end }}
{{- $held := list }}
{{- range (.Values.reads).configMaps }}
{{- $held = append $held (get ($.Main | default $).Values.configMaps . | include "chartgen.data") }}
{{- end }}
{{- with $held }}
{{- $_ := set $sums "checksum/config-maps" (join "\n" . | sha256sum) }}
{{- end }}
{{- $asked := list }}
{{- range (.Values.reads).secrets }}
{{- $asked = append $asked (include "chartgen.secretSpec" (dict "root" $ "name" .)) }}
{{- end }}
{{- with $asked }}
{{- $_ := set $sums "checksum/secrets" (join "\n" . | sha256sum) }}
{{- end }}
{{- include "chartgen.strings" $sums }}
{{- end }}
