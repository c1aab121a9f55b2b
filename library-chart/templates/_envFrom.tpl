{{/*
chartgen.envFrom: where whole sets of variables come from: the chart's ConfigMap, then existing objects, the later wins.
Takes   a root: .Values (config, envFrom), and what chartgen.configMapName takes.
Yields  a list.
*/}}
{{- define "chartgen.envFrom" -}}
{{- $sources := list }}
{{- if .Values.config }}
{{- $sources = append $sources (dict "configMapRef" (dict "name" (include "chartgen.configMapName" .))) }}
{{- end }}
{{- range .Values.envFrom }}
{{- $sources = append $sources . }}
{{- end }}
{{- toYaml $sources }}
{{- end }}
