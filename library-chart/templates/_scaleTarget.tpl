{{/*
chartgen.scaleTarget: what an autoscaler scales.
Takes   a root.
Yields  apiVersion, kind and name.
*/}}
{{- define "chartgen.scaleTarget" -}}
apiVersion: apps/v1
kind: Deployment
name: {{ include "chartgen.objectName" (dict "root" . "object" "Deployment" "suffix" "") | quote }}
{{- end }}
