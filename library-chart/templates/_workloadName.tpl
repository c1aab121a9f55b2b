{{/*
chartgen.workloadName: the main workload as kubectl names it.
Takes   a root: .Values (the sections that only one kind has).
Yields  <kind>/<name>.
*/}}
{{- define "chartgen.workloadName" -}}
{{- $kind := "DaemonSet" }}
{{- if .Values.strategy }}
{{- $kind = "Deployment" }}
{{- else if .Values.podManagementPolicy }}
{{- $kind = "StatefulSet" }}
{{- end }}
{{- printf "%s/%s" (lower $kind) (include "chartgen.objectName" (dict "root" . "object" $kind "suffix" "")) }}
{{- end }}
