{{/*
chartgen.notes: what Helm prints after an install or upgrade.
Takes   a root: .Values, .Chart, .Release.
Yields  plain text: what was installed, how to watch it, look at it and roll it back.
*/}}
{{- define "chartgen.notes" -}}
{{- $object := include "chartgen.workloadName" . }}
{{- $kubectl := printf "kubectl --namespace %s" .Release.Namespace }}
{{- $labels := list }}
{{- range $key, $value := include "chartgen.selectorLabels" . | fromYaml }}
{{- $labels = append $labels (printf "%s=%s" $key $value) }}
{{- end -}}
{{ .Chart.Name }} runs {{ include "chartgen.image" .Values.image }} as the release {{ .Release.Name }} in the namespace {{ .Release.Namespace }}.

{{ if not .Values.job -}}
Watch it come up:
  {{ $kubectl }} rollout status {{ $object }} --timeout=10m

{{ end -}}
Look at it:
  {{ $kubectl }} get pods --selector {{ join "," $labels }}
  {{ $kubectl }} logs --selector {{ join "," $labels }} --tail=100
{{- if .Values.service }}
  {{ $kubectl }} get endpointslices --selector kubernetes.io/service-name={{ include "chartgen.serviceName" . }}
{{- end }}
{{- with include "chartgen.urls" . | trim }}
  {{- . | nindent 2 }}
{{- end }}
{{- if or .Values.connectionTest .Values.tests }}

Test it:
  helm test {{ .Release.Name }} --namespace {{ .Release.Namespace }} --logs
{{- end }}

Roll it back:
  helm history {{ .Release.Name }} --namespace {{ .Release.Namespace }}
  helm rollback {{ .Release.Name }} --namespace {{ .Release.Namespace }} --wait
{{- end }}
