{{/*
chartgen.monitorLabels: the labels of an object for Prometheus or Grafana, those that they find it by among them.
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
