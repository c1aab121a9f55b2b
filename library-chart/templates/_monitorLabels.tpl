{{/*
chartgen.monitorLabels: the labels of an object that has some of its own, as those by which Prometheus finds it.
Takes   a map: root, own (which win).
Yields  lines.
*/}}
{{- define "chartgen.monitorLabels" -}}
{{- $all := include "chartgen.labels" .root | fromYaml }}
{{- range $key, $value := .own }}
{{- $_ := set $all $key $value }}
{{- end }}
{{- include "chartgen.strings" $all }}
{{- end }}
