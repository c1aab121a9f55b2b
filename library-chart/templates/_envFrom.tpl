{{/*
chartgen.envFrom: where whole sets of variables come from: the chart's ConfigMap, then existing objects, the later wins.
Takes   a map: root (what chartgen.configMapName takes), container (config, envFrom).
Yields  a list.
*/}}
{{- define "chartgen.envFrom" -}}
{{- $sources := list }}
{{- if .container.config }}
{{- $sources = append $sources (dict "configMapRef" (dict "name" (include "chartgen.configMapName" .root))) }}
{{- end }}
{{- range .container.envFrom }}
{{- $sources = append $sources . }}
{{- end }}
{{- toYaml $sources }}
{{- end }}
