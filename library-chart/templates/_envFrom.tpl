{{/*
chartgen.envFrom: where whole sets of variables come from: the chart's ConfigMap, then other objects, the later wins.
Takes   a map: root (what chartgen.configMapName and chartgen.reference take), container (config, envFrom).
Yields  a list.
*/}}
{{- define "chartgen.envFrom" -}}
{{- $sources := list }}
{{- if .container.config }}
{{- $sources = append $sources (dict "configMapRef" (dict "name" (include "chartgen.configMapName" .root))) }}
{{- end }}
{{- range $source := .container.envFrom }}
{{- $named := pick $source "prefix" }}
{{- range $field, $kind := dict "configMapRef" "ConfigMap" "secretRef" "Secret" }}
{{- with get $source $field }}
{{- $ref := include "chartgen.reference" (dict "root" $.root "ref" . "kind" $kind "key" "name") }}
{{- $_ := set $named $field (fromYaml $ref) }}
{{- end }}
{{- end }}
{{- $sources = append $sources $named }}
{{- end }}
{{- toYaml $sources }}
{{- end }}
