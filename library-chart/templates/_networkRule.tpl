{{/*
chartgen.networkRule: peers and ports of one rule of a network policy; no peers is everyone, no ports is every port.
Takes   a map: side ("from" or "to"), rule (an entry of ingress or egress, with one of the two at least).
Yields  the fields of the rule.
*/}}
{{- define "chartgen.networkRule" -}}
{{- $fields := list }}
{{- with get .rule .side }}
{{- $fields = append $fields (printf "%s:%s" $.side (toYaml . | nindent 2)) }}
{{- end }}
{{- with .rule.ports }}
{{- $fields = append $fields (printf "ports:%s" (toYaml . | nindent 2)) }}
{{- end }}
{{- join "\n" $fields }}
{{- end }}
