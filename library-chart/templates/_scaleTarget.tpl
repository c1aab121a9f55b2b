{{/*
chartgen.scaleTarget: what an autoscaler scales.
Takes   a root: .Values (podManagementPolicy, which StatefulSets alone have).
Yields  apiVersion, kind and name.
*/}}
{{- define "chartgen.scaleTarget" -}}
apiVersion: apps/v1
{{- $kind := hasKey .Values "podManagementPolicy" | ternary "StatefulSet" "Deployment" }}
kind: {{ $kind }}
name: {{ include "chartgen.objectName" (dict "root" . "object" $kind "suffix" "") | quote }}
{{- end }}
