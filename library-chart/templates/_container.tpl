{{/*
chartgen.container: the main container.
Takes   a root: .Values (the workload's), .Chart, .Release.
Yields  a list of one container.
*/}}
{{- define "chartgen.container" -}}
- name: {{ ((.Values.identity).container) | default .Chart.Name | quote }}
  image: {{ include "chartgen.image" . | quote }}
  imagePullPolicy: {{ .Values.image.pullPolicy | quote }}
  {{- with .Values.command }}
  command:
    {{- range . }}
    - {{ . | quote }}
    {{- end }}
  {{- end }}
  {{- with .Values.args }}
  args:
    {{- range . }}
    - {{ . | quote }}
    {{- end }}
  {{- end }}
  {{- with .Values.workingDir }}
  workingDir: {{ . | quote }}
  {{- end }}
  {{- with .Values.containerPorts }}
  ports:
    {{- range $name, $port := . }}
    - name: {{ $name | quote }}
      containerPort: {{ $port.containerPort | int64 }}
      protocol: {{ $port.protocol | quote }}
    {{- end }}
  {{- end }}
  {{- if or .Values.config .Values.envFrom }}
  envFrom: {{- include "chartgen.envFrom" . | nindent 4 }}
  {{- end }}
  {{- if .Values.env }}
  env: {{- include "chartgen.env" . | nindent 4 }}
  {{- end }}
  {{- with include "chartgen.resources" .Values.resources }}
  resources: {{- . | nindent 4 }}
  {{- end }}
  {{- with .Values.readinessProbe }}
  readinessProbe: {{- include "chartgen.probe" . | nindent 4 }}
  {{- end }}
  {{- with .Values.livenessProbe }}
  livenessProbe: {{- include "chartgen.probe" . | nindent 4 }}
  {{- end }}
  {{- with .Values.startupProbe }}
  startupProbe: {{- include "chartgen.probe" . | nindent 4 }}
  {{- end }}
  {{- with .Values.lifecycle }}
  lifecycle:
    {{- with .postStart }}
    postStart: {{- include "chartgen.handler" . | nindent 6 }}
    {{- end }}
    {{- with .preStop }}
    preStop: {{- include "chartgen.handler" . | nindent 6 }}
    {{- end }}
  {{- end }}
  {{- with .Values.terminationMessagePolicy }}
  terminationMessagePolicy: {{ . | quote }}
  {{- end }}
  {{- with .Values.securityContext }}
  securityContext: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- if or .Values.volumeMounts .Values.configFiles }}
  volumeMounts:
    {{- range .Values.volumeMounts }}
    - name: {{ .name | quote }}
      mountPath: {{ .mountPath | quote }}
      {{- with .subPath }}
      subPath: {{ . | quote }}
      {{- end }}
      {{- if hasKey . "readOnly" }}
      readOnly: {{ .readOnly }}
      {{- end }}
    {{- end }}
    {{- range $file, $entry := .Values.configFiles }}
    - name: "config-files"
      mountPath: {{ $entry.mountPath | quote }}
      subPath: {{ $file | quote }}
      readOnly: true
    {{- end }}
  {{- end }}
{{- end }}
