{{/*
chartgen.container: a container of a pod.
Takes   a map: root (the workload's), container (its sections: the workload's own, or one of sidecars or
        initContainers), name, keeps (for a sidecar: it is restarted as long as the pod lives).
Yields  a list of one container.
*/}}
{{- define "chartgen.container" -}}
{{- $image := .container.image | default .root.Values.image }}
{{- with .container -}}
- name: {{ $.name | quote }}
  image: {{ include "chartgen.image" $image | quote }}
  imagePullPolicy: {{ $image.pullPolicy | quote }}
  {{- if $.keeps }}
  restartPolicy: Always
  {{- end }}
  {{- with .command }}
  command:
    {{- range . }}
    - {{ . | quote }}
    {{- end }}
  {{- end }}
  {{- with .args }}
  args:
    {{- range . }}
    - {{ . | quote }}
    {{- end }}
  {{- end }}
  {{- with .workingDir }}
  workingDir: {{ . | quote }}
  {{- end }}
  {{- with .containerPorts }}
  ports:
    {{- range $name, $port := . }}
    - name: {{ $name | quote }}
      containerPort: {{ $port.containerPort | int64 }}
      protocol: {{ $port.protocol | quote }}
    {{- end }}
  {{- end }}
  {{- if or .config .envFrom }}
  envFrom: {{- include "chartgen.envFrom" (dict "root" $.root "container" .) | nindent 4 }}
  {{- end }}
  {{- with .env }}
  env: {{- include "chartgen.env" . | nindent 4 }}
  {{- end }}
  {{- with include "chartgen.resources" .resources }}
  resources: {{- . | nindent 4 }}
  {{- end }}
  {{- with .readinessProbe }}
  readinessProbe: {{- include "chartgen.probe" . | nindent 4 }}
  {{- end }}
  {{- with .livenessProbe }}
  livenessProbe: {{- include "chartgen.probe" . | nindent 4 }}
  {{- end }}
  {{- with .startupProbe }}
  startupProbe: {{- include "chartgen.probe" . | nindent 4 }}
  {{- end }}
  {{- with .lifecycle }}
  lifecycle:
    {{- with .postStart }}
    postStart: {{- include "chartgen.handler" . | nindent 6 }}
    {{- end }}
    {{- with .preStop }}
    preStop: {{- include "chartgen.handler" . | nindent 6 }}
    {{- end }}
  {{- end }}
  {{- with .terminationMessagePolicy }}
  terminationMessagePolicy: {{ . | quote }}
  {{- end }}
  {{- with .securityContext }}
  securityContext: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- if or .volumeMounts .configFiles }}
  volumeMounts:
    {{- range .volumeMounts }}
    - name: {{ .name | quote }}
      mountPath: {{ .mountPath | quote }}
      {{- with .subPath }}
      subPath: {{ . | quote }}
      {{- end }}
      {{- if hasKey . "readOnly" }}
      readOnly: {{ .readOnly }}
      {{- end }}
    {{- end }}
    {{- range $file, $entry := .configFiles }}
    - name: "config-files"
      mountPath: {{ $entry.mountPath | quote }}
      subPath: {{ $file | quote }}
      readOnly: true
    {{- end }}
  {{- end }}
{{- end }}
{{- end }}
