{{/*
chartgen.container: a container of a pod.
Takes   a map: root (the workload's), container (its sections: the workload's own, or one of sidecars or
        initContainers), name, keeps (for a sidecar: it is restarted as long as the pod lives).
Yields  a list of one container.
*/}}
{{- define "chartgen.container" -}}
{{- $own := .container }}
{{- $image := $own.image | default .root.Values.image -}}
- name: {{ .name | quote }}
  {{- with $own.containerExtra }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
  image: {{ include "chartgen.image" $image | quote }}
  imagePullPolicy: {{ $image.pullPolicy | quote }}
  {{- if .keeps }}
  restartPolicy: Always
  {{- end }}
  {{- with $own.command }}
  command:
    {{- range . }}
    - {{ . | quote }}
    {{- end }}
  {{- end }}
  {{- with $own.args }}
  args:
    {{- range . }}
    - {{ . | quote }}
    {{- end }}
  {{- end }}
  {{- with $own.workingDir }}
  workingDir: {{ . | quote }}
  {{- end }}
  {{- with $own.containerPorts }}
  ports:
    {{- range $name, $port := . }}
    - name: {{ $name | quote }}
      containerPort: {{ $port.containerPort | int64 }}
      protocol: {{ $port.protocol | quote }}
      {{- with $port.hostPort }}
      hostPort: {{ . | int64 }}
      {{- end }}
      {{- with $port.hostIP }}
      hostIP: {{ . | quote }}
      {{- end }}
    {{- end }}
  {{- end }}
  {{- if or $own.config $own.envFrom }}
  envFrom: {{- include "chartgen.envFrom" (dict "root" .root "container" $own) | nindent 4 }}
  {{- end }}
  {{- with $own.env }}
  env: {{- include "chartgen.env" (dict "root" $.root "env" .) | nindent 4 }}
  {{- end }}
  {{- with include "chartgen.resources" $own.resources }}
  resources: {{- . | nindent 4 }}
  {{- end }}
  {{- with $own.resizePolicy }}
  resizePolicy: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $own.readinessProbe }}
  readinessProbe: {{- include "chartgen.probe" . | nindent 4 }}
  {{- end }}
  {{- with $own.livenessProbe }}
  livenessProbe: {{- include "chartgen.probe" . | nindent 4 }}
  {{- end }}
  {{- with $own.startupProbe }}
  startupProbe: {{- include "chartgen.probe" . | nindent 4 }}
  {{- end }}
  {{- with $own.lifecycle }}
  lifecycle:
    {{- with .postStart }}
    postStart: {{- include "chartgen.handler" . | nindent 6 }}
    {{- end }}
    {{- with .preStop }}
    preStop: {{- include "chartgen.handler" . | nindent 6 }}
    {{- end }}
  {{- end }}
  {{- with $own.terminationMessagePolicy }}
  terminationMessagePolicy: {{ . | quote }}
  {{- end }}
  {{- with $own.terminationMessagePath }}
  terminationMessagePath: {{ . | quote }}
  {{- end }}
  {{- range $key := list "stdin" "stdinOnce" "tty" }}
  {{- if hasKey $own $key }}
  {{ $key }}: {{ get $own $key }}
  {{- end }}
  {{- end }}
  {{- with $own.securityContext }}
  securityContext: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $own.volumeDevices }}
  volumeDevices: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- if or $own.volumeMounts $own.configFiles }}
  volumeMounts:
    {{- range $own.volumeMounts }}
    - name: {{ .name | quote }}
      mountPath: {{ .mountPath | quote }}
      {{- with .subPath }}
      subPath: {{ . | quote }}
      {{- end }}
      {{- with .subPathExpr }}
      subPathExpr: {{ . | quote }}
      {{- end }}
      {{- if hasKey . "readOnly" }}
      readOnly: {{ .readOnly }}
      {{- end }}
      {{- with .recursiveReadOnly }}
      recursiveReadOnly: {{ . | quote }}
      {{- end }}
      {{- with .mountPropagation }}
      mountPropagation: {{ . | quote }}
      {{- end }}
    {{- end }}
    {{- range $file, $entry := $own.configFiles }}
    - name: "config-files"
      mountPath: {{ $entry.mountPath | quote }}
      subPath: {{ $file | quote }}
      readOnly: true
    {{- end }}
  {{- end }}
{{- end }}
