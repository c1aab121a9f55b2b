{{/*
chartgen.inRelease: a text of an alert or query, with the release's own names for $(workload), $(pods), $(jobs),
$(namespace), $(service), $(autoscaler) and $(budget). Whatever else stands in it stays, Prometheus' own templates too.
Takes   a map: root, text.
Yields  the text.
*/}}
{{- define "chartgen.inRelease" -}}
{{- $names := include "chartgen.runningNames" .root | fromYaml }}
{{- $_ := set $names "namespace" .root.Release.Namespace }}
{{- $_ := set $names "service" (include "chartgen.serviceName" .root) }}
{{- $objects := dict "workload" (include "chartgen.kind" .root) "autoscaler" "HorizontalPodAutoscaler" "budget" "PodDisruptionBudget" }}
{{- range $word, $object := $objects }}
{{- $_ := set $names $word (include "chartgen.objectName" (dict "root" $.root "object" $object "suffix" "")) }}
{{- end }}
{{- $text := .text }}
{{- range $word, $name := $names }}
{{- $text = replace (printf "$(%s)" $word) $name $text }}
{{- end }}
{{- $text }}
{{- end }}
