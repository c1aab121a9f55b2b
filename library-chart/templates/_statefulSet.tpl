{{/*
chartgen.statefulSet: the workload, as copies with a name, an order and a disk each.
Takes   a root: .Values (the workload's), .Component, .Chart, .Release.
Yields  one whole document; no replicas while the autoscaler owns them.
*/}}
{{- define "chartgen.statefulSet" -}}
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: {{ include "chartgen.objectName" (dict "root" . "object" "StatefulSet" "suffix" "") | quote }}
  labels: {{- include "chartgen.labels" . | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" . "own" (include "chartgen.reloader" . | fromYaml)) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  {{- if not (or (.Values.autoscaling).enabled (.Values.keda).enabled) }}
  replicas: {{ .Values.replicaCount | int64 }}
  {{- end }}
  serviceName: {{ include "chartgen.headlessServiceName" . | quote }}
  podManagementPolicy: {{ .Values.podManagementPolicy | quote }}
  {{- with .Values.ordinals }}
  ordinals:
    start: {{ .start | int64 }}
  {{- end }}
  revisionHistoryLimit: {{ .Values.revisionHistoryLimit | int64 }}
  {{- if hasKey .Values "minReadySeconds" }}
  minReadySeconds: {{ .Values.minReadySeconds | int64 }}
  {{- end }}
  updateStrategy: {{- include "chartgen.updateStrategy" .Values.updateStrategy | nindent 4 }}
  selector:
    matchLabels: {{- include "chartgen.selectorLabels" . | nindent 6 }}
  template: {{- include "chartgen.pod" . | nindent 4 }}
  {{- with .Values.volumeClaimTemplates }}
  persistentVolumeClaimRetentionPolicy:
    whenDeleted: {{ $.Values.persistentVolumeClaimRetentionPolicy.whenDeleted | quote }}
    whenScaled: {{ $.Values.persistentVolumeClaimRetentionPolicy.whenScaled | quote }}
  volumeClaimTemplates:
    {{- range $name, $claim := . }}
    - apiVersion: v1
      kind: PersistentVolumeClaim
      metadata:
        name: {{ $name | quote }}
        {{- with $claim.labels }}
        labels: {{- include "chartgen.strings" . | nindent 10 }}
        {{- end }}
        {{- with $claim.annotations }}
        annotations: {{- include "chartgen.strings" . | nindent 10 }}
        {{- end }}
      spec: {{- include "chartgen.claimSpec" $claim | nindent 8 }}
    {{- end }}
  {{- end }}
{{- end }}
