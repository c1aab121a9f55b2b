{{/*
chartgen.pod: the pod template of a workload: who it is, where it runs, its containers, its volumes.
Nothing in it changes with the chart's or the library's version, so a new chart alone rolls no pods.
Takes   a root: .Values (the workload's), .Component, .Chart, .Release.
Yields  metadata and spec.
*/}}
{{- define "chartgen.pod" -}}
metadata:
  labels:
    {{- include "chartgen.selectorLabels" . | nindent 4 }}
    {{- with .Values.podLabels }}
    {{- include "chartgen.strings" . | nindent 4 }}
    {{- end }}
  {{- if or .Values.podAnnotations .Values.config .Values.configFiles .Values.reads }}
  annotations:
    {{- with .Values.podAnnotations }}
    {{- include "chartgen.strings" . | nindent 4 }}
    {{- end }}
    {{- with include "chartgen.checksums" . }}
    {{- . | nindent 4 }}
    {{- end }}
  {{- end }}
spec:
  {{- with .Values.podExtra }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
  serviceAccountName: {{ include "chartgen.serviceAccountName" . | quote }}
  automountServiceAccountToken: {{ .Values.serviceAccount.automount }}
  {{- with .Values.imagePullSecrets }}
  imagePullSecrets:
    {{- range . }}
    - name: {{ .name | quote }}
    {{- end }}
  {{- end }}
  enableServiceLinks: {{ .Values.enableServiceLinks }}
  {{- with .Values.schedulerName }}
  schedulerName: {{ . | quote }}
  {{- end }}
  {{- with .Values.runtimeClassName }}
  runtimeClassName: {{ . | quote }}
  {{- end }}
  {{- with .Values.priorityClassName }}
  priorityClassName: {{ . | quote }}
  {{- end }}
  terminationGracePeriodSeconds: {{ .Values.terminationGracePeriodSeconds | int64 }}
  {{- with .Values.podSecurityContext }}
  securityContext: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.nodeSelector }}
  nodeSelector: {{- include "chartgen.strings" . | nindent 4 }}
  {{- end }}
  {{- with include "chartgen.affinity" . }}
  affinity: {{- . | nindent 4 }}
  {{- end }}
  {{- with include "chartgen.topologySpread" . | trim }}
  topologySpreadConstraints: {{- . | nindent 4 }}
  {{- end }}
  {{- with .Values.tolerations }}
  tolerations: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.dnsPolicy }}
  dnsPolicy: {{ . | quote }}
  {{- end }}
  {{- with .Values.dnsConfig }}
  dnsConfig: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- range $key := list "hostname" "subdomain" }}
  {{- with get $.Values $key }}
  {{ $key }}: {{ . | quote }}
  {{- end }}
  {{- end }}
  {{- range $key := list "setHostnameAsFQDN" "hostNetwork" "hostPID" "hostIPC" "hostUsers" "shareProcessNamespace" }}
  {{- if hasKey $.Values $key }}
  {{ $key }}: {{ get $.Values $key }}
  {{- end }}
  {{- end }}
  {{- range $key := list "readinessGates" "schedulingGates" }}
  {{- with get $.Values $key }}
  {{ $key }}: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- end }}
  {{- with .Values.hostAliases }}
  hostAliases:
    {{- range $address, $names := . }}
    - ip: {{ $address | quote }}
      hostnames: {{- toYaml $names | nindent 8 }}
    {{- end }}
  {{- end }}
  {{- with .Values.job }}
  restartPolicy: {{ .restartPolicy | quote }}
  {{- end }}
  {{- if or .Values.sidecars .Values.initContainers }}
  initContainers:
    {{- range $name, $container := .Values.sidecars }}
    {{- include "chartgen.container" (dict "root" $ "container" $container "name" $name "keeps" true) | nindent 4 }}
    {{- end }}
    {{- range .Values.initContainers }}
    {{- include "chartgen.container" (dict "root" $ "container" . "name" .name) | nindent 4 }}
    {{- end }}
  {{- end }}
  containers: {{- include "chartgen.container" (dict "root" . "container" .Values "name" (include "chartgen.containerName" .)) | nindent 4 }}
  {{- if or .Values.volumes .Values.configFiles }}
  volumes:
    {{- range .Values.volumes }}
    - name: {{ .name | quote }}
      {{- include "chartgen.volumeSource" (dict "root" $ "volume" .) | nindent 6 }}
    {{- end }}
    {{- if .Values.configFiles }}
    - name: "config-files"
      configMap:
        name: {{ include "chartgen.configFilesName" . | quote }}
        defaultMode: 420
        {{- with include "chartgen.fileItems" .Values.configFiles }}
        items: {{- . | nindent 10 }}
        {{- end }}
    {{- end }}
  {{- end }}
{{- end }}
