{{/*
chartgen.scaleTarget: what an autoscaler scales.
Takes   a root: .Values (the sections that only one kind has).
Yields  apiVersion, kind and name.
*/}}
{{- define "chartgen.scaleTarget" -}}
apiVersion: apps/v1
{{- $kind := "Deployment" }}
{{- if hasKey .Values "podManagementPolicy" }}
{{- $kind = "StatefulSet" }}
{{- else if hasKey .Values "updateStrategy" }}
{{- $kind = "DaemonSet" }}
{{- end }}
kind: {{ $kind }}
name: {{ include "chartgen.objectName" (dict "root" . "object" $kind "suffix" "") | quote }}
{{- end }}
