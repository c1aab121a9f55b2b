{{/* chartgen-library 0.1.0: the templates of charts made by chartgen. Made from one file a define. */}}

{{/*
chartgen.0.1.0.access: who may do what in the namespace: bindings of roles that exist, and roles of their own.
Takes   a root: .Values (namespace, access), .Chart, .Release.
Yields  documents with --- between them.
*/}}
{{- define "chartgen.0.1.0.access" -}}
{{- $namespace := .Values.namespace.name }}
{{- $documents := list }}
{{- range $who, $access := .Values.access }}
{{- $name := include "chartgen.0.1.0.objectName" (dict "root" $ "object" (printf "Role/%s" $who) "suffix" (printf "-%s" $who)) }}
{{- with $access.role }}
{{- $bound := include "chartgen.0.1.0.objectName" (dict "root" $ "object" (printf "RoleBinding/%s" $who) "suffix" (printf "-%s-%s" $who .)) }}
{{- $documents = append $documents (include "chartgen.0.1.0.roleBinding" (dict "root" $ "kind" "RoleBinding" "name" $bound "namespace" $namespace "roleKind" "ClusterRole" "role" . "subjects" $access.subjects)) }}
{{- end }}
{{- with $access.rules }}
{{- $documents = append $documents (include "chartgen.0.1.0.grantedRole" (dict "root" $ "prefix" "" "name" $name "namespace" $namespace "rules" . "subjects" $access.subjects)) }}
{{- end }}
{{- end }}
{{- join "\n---\n" $documents }}
{{- end }}

{{/*
chartgen.0.1.0.affinity: the nodes and pods that a pod seeks, and those that it keeps away from, its own copies included.
Takes   a root: .Values (affinity, spread.hosts), and what chartgen.0.1.0.podAntiAffinity takes.
Yields  the fields of `affinity`, nothing where none is set.
*/}}
{{- define "chartgen.0.1.0.affinity" -}}
{{- $blocks := list }}
{{- with omit .Values.affinity "podAntiAffinity" }}
{{- $blocks = append $blocks (toYaml .) }}
{{- end }}
{{- if or (.Values.spread).hosts .Values.affinity.podAntiAffinity }}
{{- $blocks = append $blocks (include "chartgen.0.1.0.podAntiAffinity" .) }}
{{- end }}
{{- join "\n" $blocks }}
{{- end }}

{{/*
chartgen.0.1.0.annotations: the annotations of an object's metadata.
What a hook needs is a hook as well, and comes before it: Helm runs hooks by weight, the lowest first.
Takes   a map: root (.Values: commonAnnotations, hook), own (the object's own, which win; may be left out), weight (a
        hook's own; may be left out).
Yields  lines in the order of the keys, nothing where there are none.
*/}}
{{- define "chartgen.0.1.0.annotations" -}}
{{- $all := dict }}
{{- range $key, $value := .root.Values.commonAnnotations }}
{{- $_ := set $all $key $value }}
{{- end }}
{{- range $key, $value := .own }}
{{- $_ := set $all $key $value }}
{{- end }}
{{- with .root.Values.hook }}
{{- $_ := set $all "helm.sh/hook" .events }}
{{- $_ := set $all "helm.sh/hook-weight" ($.weight | default "-10") }}
{{- $_ := set $all "helm.sh/hook-delete-policy" .deletePolicy }}
{{- end }}
{{- include "chartgen.0.1.0.strings" $all }}
{{- end }}

{{/*
chartgen.0.1.0.authorizationPolicy: one of .Values.authorizationPolicies, for Istio.
Takes   a root with .Which, its short name.
Yields  one whole document, nothing where the environment has no such policy.
*/}}
{{- define "chartgen.0.1.0.authorizationPolicy" -}}
{{- with get (.Values.authorizationPolicies | default dict) .Which -}}
{{- include "chartgen.0.1.0.istioPolicy" (dict "root" $ "kind" "AuthorizationPolicy" "which" $.Which "policy" .) }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.backendName: the Service that a route leads to.
Takes   a map: root, backend (component or service; neither for the main workload's).
Yields  a name.
*/}}
{{- define "chartgen.0.1.0.backendName" -}}
{{- if .backend.service }}
{{- .backend.service }}
{{- else if .backend.component }}
{{- include "chartgen.0.1.0.component" (dict "root" .root "name" .backend.component "define" "chartgen.0.1.0.serviceName") }}
{{- else }}
{{- include "chartgen.0.1.0.serviceName" .root }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.backendPort: the number of the port that a route leads to.
Takes   a map: root, backend (component or service, port: a name, another Service's a number).
Yields  a number.
*/}}
{{- define "chartgen.0.1.0.backendPort" -}}
{{- if .backend.service }}
{{- .backend.port | int64 }}
{{- else if .backend.component }}
{{- (index (get .root.Values.components .backend.component).service.ports .backend.port).port | int64 }}
{{- else }}
{{- (index .root.Values.service.ports .backend.port).port | int64 }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.backendRef: where a route of the Gateway API leads.
Takes   a map: root, backend (component or service, port, namespace, weight).
Yields  the fields of a backendRef, the CRD's defaults written out.
*/}}
{{- define "chartgen.0.1.0.backendRef" -}}
group: ""
kind: Service
name: {{ include "chartgen.0.1.0.backendName" . | quote }}
{{- with .backend.namespace }}
namespace: {{ . | quote }}
{{- end }}
port: {{ include "chartgen.0.1.0.backendPort" . }}
{{- if hasKey .backend "weight" }}
weight: {{ .backend.weight | int64 }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.certificate: one of .Values.certificates, for cert-manager.
Takes   a root with .Which, its short name.
Yields  one whole document, nothing where the environment has no such certificate.
*/}}
{{- define "chartgen.0.1.0.certificate" -}}
{{- with get (.Values.certificates | default dict) .Which -}}
{{- $suffix := printf "-%s" $.Which -}}
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: {{ include "chartgen.0.1.0.objectName" (dict "root" $ "object" (printf "Certificate/%s" $.Which) "suffix" $suffix) | quote }}
  labels: {{- include "chartgen.0.1.0.labels" $ | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" $) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  secretName: {{ .secretName | default (include "chartgen.0.1.0.objectName" (dict "root" $ "object" "Secret" "suffix" $suffix)) | quote }}
  {{- toYaml (omit . "secretName") | nindent 2 }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.checksums: pod annotations that change when, and only when, what the pods read of the chart's configuration
changes: the data of ConfigMaps, and what makes the Secrets.
Takes   a root: .Values (config, configFiles, reads), and the service's configMaps, externalSecrets, sealedSecrets.
Yields  a line for each kind that the pods use.
*/}}
{{- define "chartgen.0.1.0.checksums" -}}
{{- $sums := dict }}
{{- with .Values.config }}
{{- $_ := set $sums "checksum/config" (include "chartgen.0.1.0.strings" . | sha256sum) }}
{{- end }}
{{- with .Values.configFiles }}
{{- $contents := printf "%s%s" (include "chartgen.0.1.0.fileContents" .) (include "chartgen.0.1.0.fileBinaries" .) }}
{{- $_ := set $sums "checksum/config-files" (sha256sum $contents) }}
{{- end }}
{{- $held := list }}
{{- range (.Values.reads).configMaps }}
{{- $held = append $held (get ($.Main | default $).Values.configMaps . | include "chartgen.0.1.0.data") }}
{{- end }}
{{- with $held }}
{{- $_ := set $sums "checksum/config-maps" (join "\n" . | sha256sum) }}
{{- end }}
{{- $asked := list }}
{{- range (.Values.reads).secrets }}
{{- $asked = append $asked (include "chartgen.0.1.0.secretSpec" (dict "root" $ "name" .)) }}
{{- end }}
{{- with $asked }}
{{- $_ := set $sums "checksum/secrets" (join "\n" . | sha256sum) }}
{{- end }}
{{- include "chartgen.0.1.0.strings" $sums }}
{{- end }}

{{/*
chartgen.0.1.0.claimName: a disk of the chart's own, <fullname>-<volume>.
Takes   a map: root, name (the volume's).
Yields  a name.
*/}}
{{- define "chartgen.0.1.0.claimName" -}}
{{- $object := printf "PersistentVolumeClaim/%s" .name }}
{{- include "chartgen.0.1.0.objectName" (dict "root" .root "object" $object "suffix" (printf "-%s" .name)) }}
{{- end }}

{{/*
chartgen.0.1.0.claimSpec: what a claim asks for.
Takes   one of .Values.persistentVolumeClaims or .Values.volumeClaimTemplates.
Yields  the fields of `spec`.
*/}}
{{- define "chartgen.0.1.0.claimSpec" -}}
accessModes:
  {{- range .accessModes }}
  - {{ . | quote }}
  {{- end }}
{{- with .storageClassName }}
storageClassName: {{ . | quote }}
{{- end }}
{{- with .volumeName }}
volumeName: {{ . | quote }}
{{- end }}
{{- if or .matchLabels .matchExpressions }}
selector:
  {{- with .matchLabels }}
  matchLabels: {{- include "chartgen.0.1.0.strings" . | nindent 4 }}
  {{- end }}
  {{- with .matchExpressions }}
  matchExpressions: {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
{{- range $key := list "dataSource" "dataSourceRef" }}
{{- with get $ $key }}
{{ $key }}: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
{{- with .volumeAttributesClassName }}
volumeAttributesClassName: {{ . | quote }}
{{- end }}
{{- with .volumeMode }}
volumeMode: {{ . | quote }}
{{- else }}
volumeMode: Filesystem
{{- end }}
resources:
  requests:
    storage: {{ .size | quote }}
{{- end }}

{{/*
chartgen.0.1.0.component: one object of a component, by the define that prints the main workload's.
The define sees a root of its own: .Values are the component's sections, and of what it shares with the main workload
those that it lacks; .Own are the component's sections alone, .Main is the chart's root.
Takes   a map: root, name (the component's), define (the name of the define), which (of several objects of one define;
        may be left out), object (its key in the component's patches; may be left out).
Yields  what the define yields, nothing where the environment has no such component.
*/}}
{{- define "chartgen.0.1.0.component" -}}
{{- with get .root.Values.components .name }}
{{- $values := pick $.root.Values "commonLabels" "commonAnnotations" "image" "imagePullSecrets" "podLabels" "podAnnotations" "env" "envFrom" "config" "configFiles" "serviceAccount" }}
{{- range $section, $own := . }}
{{- $_ := set $values $section $own }}
{{- end }}
{{- $root := dict "Values" $values "Own" . "Main" $.root "Component" $.name "Which" $.which "Chart" $.root.Chart "Release" $.root.Release }}
{{- include "chartgen.0.1.0.patched" (dict "root" $root "define" $.define "object" $.object) }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.configFiles: the files that are kept in a ConfigMap and mounted into the container.
Takes   a root: .Values.configFiles, .Component, .Chart, .Release.
Yields  one whole document, nothing where there are no files.
*/}}
{{- define "chartgen.0.1.0.configFiles" -}}
{{- with .Values.configFiles -}}
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ include "chartgen.0.1.0.configFilesName" $ | quote }}
  labels: {{- include "chartgen.0.1.0.labels" $ | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" $) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
{{- with include "chartgen.0.1.0.fileContents" . }}
data: {{- . | nindent 2 }}
{{- end }}
{{- with include "chartgen.0.1.0.fileBinaries" . }}
binaryData: {{- . | nindent 2 }}
{{- end }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.configFilesName: the ConfigMap of files, <fullname>-files; a component has the main workload's, as with
chartgen.0.1.0.configMapName.
Takes   a root.
Yields  a name.
*/}}
{{- define "chartgen.0.1.0.configFilesName" -}}
{{- if and .Main (not .Values.hook) (not (hasKey .Own "configFiles")) }}
{{- include "chartgen.0.1.0.configFilesName" .Main }}
{{- else }}
{{- include "chartgen.0.1.0.objectName" (dict "root" . "object" "ConfigMap/files" "suffix" "-files") }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.configMap: the environment variables that are kept in a ConfigMap.
Takes   a root: .Values.config, .Component, .Chart, .Release.
Yields  one whole document, nothing where config is empty.
*/}}
{{- define "chartgen.0.1.0.configMap" -}}
{{- with .Values.config -}}
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ include "chartgen.0.1.0.configMapName" $ | quote }}
  labels: {{- include "chartgen.0.1.0.labels" $ | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" $) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
data: {{- include "chartgen.0.1.0.strings" . | nindent 2 }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.configMapName: the ConfigMap of environment variables, <fullname>-config; a component has the main workload's
where it says nothing else, unless it is a hook, which runs before that one is there.
Takes   a root.
Yields  a name.
*/}}
{{- define "chartgen.0.1.0.configMapName" -}}
{{- if and .Main (not .Values.hook) (not (hasKey .Own "config")) }}
{{- include "chartgen.0.1.0.configMapName" .Main }}
{{- else }}
{{- include "chartgen.0.1.0.objectName" (dict "root" . "object" "ConfigMap" "suffix" "-config") }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.connectionTest: what `helm test` runs first: a Job that asks the Service for a page.
Takes   a root: .Values (connectionTest, service, imagePullSecrets), .Chart, .Release.
Yields  one whole document, nothing where no test is stated.
*/}}
{{- define "chartgen.0.1.0.connectionTest" -}}
{{- with .Values.connectionTest -}}
{{- $port := (index $.Values.service.ports .servicePort).port | int64 }}
{{- $url := printf "http://%s:%d%s" (include "chartgen.0.1.0.serviceName" $) $port .path }}
{{- $command := list "wget" "-q" "-T" "10" "-O" "/dev/null" $url }}
{{- $container := dict "name" "wget" "image" .image "command" $command "request" "16Mi" "limit" "64Mi" }}
{{- $name := include "chartgen.0.1.0.objectName" (dict "root" $ "object" "Job" "suffix" "-test-connection") }}
{{- include "chartgen.0.1.0.testJob" (dict "root" $ "name" $name "timeoutSeconds" .timeoutSeconds "container" $container) }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.container: a container of a pod.
Takes   a map: root (the workload's), container (its sections: the workload's own, or one of sidecars or
        initContainers), name, keeps (for a sidecar: it is restarted as long as the pod lives).
Yields  a list of one container.
*/}}
{{- define "chartgen.0.1.0.container" -}}
{{- $own := .container }}
{{- $image := $own.image | default .root.Values.image -}}
- name: {{ .name | quote }}
  {{- with $own.containerExtra }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
  image: {{ include "chartgen.0.1.0.image" $image | quote }}
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
  envFrom: {{- include "chartgen.0.1.0.envFrom" (dict "root" .root "container" $own) | nindent 4 }}
  {{- end }}
  {{- with $own.env }}
  env: {{- include "chartgen.0.1.0.env" (dict "root" $.root "env" .) | nindent 4 }}
  {{- end }}
  {{- with include "chartgen.0.1.0.resources" $own.resources }}
  resources: {{- . | nindent 4 }}
  {{- end }}
  {{- with $own.resizePolicy }}
  resizePolicy: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $own.readinessProbe }}
  readinessProbe: {{- include "chartgen.0.1.0.probe" . | nindent 4 }}
  {{- end }}
  {{- with $own.livenessProbe }}
  livenessProbe: {{- include "chartgen.0.1.0.probe" . | nindent 4 }}
  {{- end }}
  {{- with $own.startupProbe }}
  startupProbe: {{- include "chartgen.0.1.0.probe" . | nindent 4 }}
  {{- end }}
  {{- with $own.lifecycle }}
  lifecycle:
    {{- with .postStart }}
    postStart: {{- include "chartgen.0.1.0.handler" . | nindent 6 }}
    {{- end }}
    {{- with .preStop }}
    preStop: {{- include "chartgen.0.1.0.handler" . | nindent 6 }}
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

{{/*
chartgen.0.1.0.containerName: the workload's own container: the chart's name, or the component's.
Takes   a root: .Values.identity, .Component, .Chart.
Yields  a name; .Values.identity.container where it is stated.
*/}}
{{- define "chartgen.0.1.0.containerName" -}}
{{- ((.Values.identity).container) | default .Component | default .Chart.Name }}
{{- end }}

{{/*
chartgen.0.1.0.cronJob: the workload, as a Job on a schedule.
Takes   a root: .Values (the workload's), .Component, .Chart, .Release.
Yields  one whole document.
*/}}
{{- define "chartgen.0.1.0.cronJob" -}}
apiVersion: batch/v1
kind: CronJob
metadata:
  name: {{ include "chartgen.0.1.0.objectName" (dict "root" . "object" "CronJob" "suffix" "") | quote }}
  labels: {{- include "chartgen.0.1.0.labels" . | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" .) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  schedule: {{ .Values.cronJob.schedule | quote }}
  {{- with .Values.cronJob.timeZone }}
  timeZone: {{ . | quote }}
  {{- end }}
  concurrencyPolicy: {{ .Values.cronJob.concurrencyPolicy | quote }}
  {{- if hasKey .Values.cronJob "startingDeadlineSeconds" }}
  startingDeadlineSeconds: {{ .Values.cronJob.startingDeadlineSeconds | int64 }}
  {{- end }}
  successfulJobsHistoryLimit: {{ .Values.cronJob.successfulJobsHistoryLimit | int64 }}
  failedJobsHistoryLimit: {{ .Values.cronJob.failedJobsHistoryLimit | int64 }}
  suspend: {{ .Values.cronJob.suspend }}
  jobTemplate:
    metadata:
      labels: {{- include "chartgen.0.1.0.labels" . | nindent 8 }}
    spec: {{- include "chartgen.0.1.0.jobSpec" . | nindent 6 }}
{{- end }}

{{/*
chartgen.0.1.0.daemonSet: the workload, as one copy a node.
Takes   a root: .Values (the workload's), .Component, .Chart, .Release.
Yields  one whole document.
*/}}
{{- define "chartgen.0.1.0.daemonSet" -}}
apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: {{ include "chartgen.0.1.0.objectName" (dict "root" . "object" "DaemonSet" "suffix" "") | quote }}
  labels: {{- include "chartgen.0.1.0.labels" . | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" . "own" (include "chartgen.0.1.0.reloader" . | fromYaml)) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  revisionHistoryLimit: {{ .Values.revisionHistoryLimit | int64 }}
  {{- if hasKey .Values "minReadySeconds" }}
  minReadySeconds: {{ .Values.minReadySeconds | int64 }}
  {{- end }}
  updateStrategy: {{- include "chartgen.0.1.0.updateStrategy" .Values.updateStrategy | nindent 4 }}
  selector:
    matchLabels: {{- include "chartgen.0.1.0.selectorLabels" . | nindent 6 }}
  template: {{- include "chartgen.0.1.0.pod" . | nindent 4 }}
{{- end }}

{{/*
chartgen.0.1.0.dashboards: Grafana dashboards, as a ConfigMap that Grafana's sidecar finds by its labels.
Takes   a root: .Values.dashboards, .Chart, .Release.
Yields  one whole document, nothing where there are none.
*/}}
{{- define "chartgen.0.1.0.dashboards" -}}
{{- with .Values.dashboards -}}
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ include "chartgen.0.1.0.objectName" (dict "root" $ "object" "ConfigMap/dashboards" "suffix" "-dashboards") | quote }}
  labels: {{- include "chartgen.0.1.0.monitorLabels" (dict "root" $ "own" .labels) | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" (dict "Values" (omit $.Values "hook")) "own" .annotations) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
data: {{- include "chartgen.0.1.0.strings" .files | nindent 2 }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.data: what a ConfigMap holds, texts and bytes.
Takes   a map: data, binaryData.
Yields  the fields data and binaryData, nothing where both are empty.
*/}}
{{- define "chartgen.0.1.0.data" -}}
{{- $blocks := list }}
{{- range $field := list "data" "binaryData" }}
{{- with get $ $field }}
{{- $blocks = append $blocks (printf "%s:%s" $field (include "chartgen.0.1.0.strings" . | nindent 2)) }}
{{- end }}
{{- end }}
{{- join "\n" $blocks }}
{{- end }}

{{/*
chartgen.0.1.0.defaultDeny: what every pod of the namespace may do without a policy of its own; everything else is refused.
Takes   a root: .Values (namespace, networkPolicy), .Chart, .Release.
Yields  one whole document, nothing while the policy is off.
*/}}
{{- define "chartgen.0.1.0.defaultDeny" -}}
{{- if .Values.networkPolicy.enabled -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ include "chartgen.0.1.0.objectName" (dict "root" . "object" "NetworkPolicy" "suffix" "-default-deny") | quote }}
  namespace: {{ .Values.namespace.name | quote }}
  labels: {{- include "chartgen.0.1.0.labels" . | nindent 4 }}
spec:
  podSelector: {}
  policyTypes:
    {{- range .Values.networkPolicy.policyTypes }}
    - {{ . | quote }}
    {{- end }}
  {{- with .Values.networkPolicy.ingress }}
  ingress:
    {{- range . }}
    - {{ include "chartgen.0.1.0.networkRule" (dict "side" "from" "rule" .) | nindent 6 | trim }}
    {{- end }}
  {{- end }}
  {{- with .Values.networkPolicy.egress }}
  egress:
    {{- range . }}
    - {{ include "chartgen.0.1.0.networkRule" (dict "side" "to" "rule" .) | nindent 6 | trim }}
    {{- end }}
  {{- end }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.deployment: the workload, as one Deployment.
Takes   a root: .Values (the workload's), .Component, .Chart, .Release.
Yields  one whole document; no replicas while the autoscaler owns them.
*/}}
{{- define "chartgen.0.1.0.deployment" -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "chartgen.0.1.0.objectName" (dict "root" . "object" "Deployment" "suffix" "") | quote }}
  labels: {{- include "chartgen.0.1.0.labels" . | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" . "own" (include "chartgen.0.1.0.reloader" . | fromYaml)) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  {{- if not (or (.Values.autoscaling).enabled (.Values.keda).enabled) }}
  replicas: {{ .Values.replicaCount | int64 }}
  {{- end }}
  revisionHistoryLimit: {{ .Values.revisionHistoryLimit | int64 }}
  {{- if hasKey .Values "minReadySeconds" }}
  minReadySeconds: {{ .Values.minReadySeconds | int64 }}
  {{- end }}
  {{- if hasKey .Values "progressDeadlineSeconds" }}
  progressDeadlineSeconds: {{ .Values.progressDeadlineSeconds | int64 }}
  {{- end }}
  strategy:
    type: {{ .Values.strategy.type | quote }}
    {{- with .Values.strategy.rollingUpdate }}
    rollingUpdate:
      maxSurge: {{ include "chartgen.0.1.0.intOrString" .maxSurge }}
      maxUnavailable: {{ include "chartgen.0.1.0.intOrString" .maxUnavailable }}
    {{- end }}
  selector:
    matchLabels: {{- include "chartgen.0.1.0.selectorLabels" . | nindent 6 }}
  template: {{- include "chartgen.0.1.0.pod" . | nindent 4 }}
{{- end }}

{{/*
chartgen.0.1.0.destinationRule: one of .Values.destinationRules, for Istio.
Takes   a root with .Which, its short name.
Yields  one whole document, nothing where the environment has no such DestinationRule.
*/}}
{{- define "chartgen.0.1.0.destinationRule" -}}
{{- with get (.Values.destinationRules | default dict) .Which -}}
{{- $object := dict "root" $ "object" (printf "DestinationRule/%s" $.Which) "suffix" (printf "-%s" $.Which) -}}
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: {{ include "chartgen.0.1.0.objectName" $object | quote }}
  labels: {{- include "chartgen.0.1.0.labels" $ | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" $) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  host: {{ .host | default (include "chartgen.0.1.0.backendName" (dict "root" $ "backend" .)) | quote }}
  {{- with .trafficPolicy }}
  trafficPolicy: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .subsets }}
  subsets: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .exportTo }}
  exportTo: {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.env: the variables written in the pod; those that refer to others come last, since Kubernetes expands a
reference only to what stands before it.
Takes   a map: root (what chartgen.0.1.0.reference takes), env (of the workload, or of a further container).
Yields  a list: the entries with value or valueFrom by name, then those with expand by name.
*/}}
{{- define "chartgen.0.1.0.env" -}}
{{- $plain := list }}
{{- $expanded := list }}
{{- range $name, $entry := .env }}
{{- if hasKey $entry "expand" }}
{{- $expanded = append $expanded (printf "- name: %s\n  value: %s" ($name | quote) ($entry.expand | quote)) }}
{{- else if hasKey $entry "valueFrom" }}
{{- $source := include "chartgen.0.1.0.valueFrom" (dict "root" $.root "source" $entry.valueFrom) | nindent 4 }}
{{- $plain = append $plain (printf "- name: %s\n  valueFrom:%s" ($name | quote) $source) }}
{{- else }}
{{- $plain = append $plain (printf "- name: %s\n  value: %s" ($name | quote) ($entry.value | quote)) }}
{{- end }}
{{- end }}
{{- concat $plain $expanded | join "\n" }}
{{- end }}

{{/*
chartgen.0.1.0.envFrom: where whole sets of variables come from: the chart's ConfigMap, then other objects, the later wins.
Takes   a map: root (what chartgen.0.1.0.configMapName and chartgen.0.1.0.reference take), container (config, envFrom).
Yields  a list.
*/}}
{{- define "chartgen.0.1.0.envFrom" -}}
{{- $sources := list }}
{{- if .container.config }}
{{- $sources = append $sources (dict "configMapRef" (dict "name" (include "chartgen.0.1.0.configMapName" .root))) }}
{{- end }}
{{- range $source := .container.envFrom }}
{{- $named := pick $source "prefix" }}
{{- range $field, $kind := dict "configMapRef" "ConfigMap" "secretRef" "Secret" }}
{{- with get $source $field }}
{{- $ref := include "chartgen.0.1.0.reference" (dict "root" $.root "ref" . "kind" $kind "key" "name") }}
{{- $_ := set $named $field (fromYaml $ref) }}
{{- end }}
{{- end }}
{{- $sources = append $sources $named }}
{{- end }}
{{- toYaml $sources }}
{{- end }}

{{/*
chartgen.0.1.0.externalSecret: one of .Values.externalSecrets, for the External Secrets operator.
Takes   a root with .Which, its short name; .Values.hook where a hook reads it.
Yields  one whole document, nothing where the environment has no such secret.
*/}}
{{- define "chartgen.0.1.0.externalSecret" -}}
{{- if hasKey ((.Main | default .).Values.externalSecrets | default dict) .Which -}}
{{- $object := dict "root" . "object" (printf "ExternalSecret/%s" .Which) "suffix" (printf "-%s" .Which) -}}
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: {{ include "chartgen.0.1.0.ownName" $object | quote }}
  labels: {{- include "chartgen.0.1.0.labels" . | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" .) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec: {{- include "chartgen.0.1.0.externalSecretSpec" (dict "root" . "name" .Which) | nindent 2 }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.externalSecretSpec: where a Secret comes from and what becomes of it.
Takes   a map: root, name (in .Values.externalSecrets).
Yields  the fields of `spec`.
*/}}
{{- define "chartgen.0.1.0.externalSecretSpec" -}}
{{- $secret := get (.root.Main | default .root).Values.externalSecrets .name -}}
secretStoreRef:
  name: {{ $secret.secretStoreRef.name | quote }}
  kind: {{ $secret.secretStoreRef.kind | quote }}
refreshInterval: {{ $secret.refreshInterval | quote }}
{{- with $secret.refreshPolicy }}
refreshPolicy: {{ . | quote }}
{{- end }}
target:
  name: {{ include "chartgen.0.1.0.ownSecretName" . | quote }}
  creationPolicy: {{ $secret.target.creationPolicy | quote }}
  deletionPolicy: {{ $secret.target.deletionPolicy | quote }}
  {{- if $secret.target.immutable }}
  immutable: true
  {{- end }}
  {{- with $secret.template }}
  template:
    engineVersion: v2
    mergePolicy: {{ .mergePolicy | quote }}
    type: {{ .type | quote }}
    {{- with include "chartgen.0.1.0.secretMetadata" . }}
    metadata: {{- . | nindent 6 }}
    {{- end }}
    {{- with .data }}
    data: {{- include "chartgen.0.1.0.strings" . | nindent 6 }}
    {{- end }}
  {{- end }}
{{- with $secret.data }}
data:
  {{- range $key, $ref := . }}
  - secretKey: {{ $key | quote }}
    remoteRef: {{- include "chartgen.0.1.0.strings" $ref | nindent 6 }}
  {{- end }}
{{- end }}
{{- with $secret.dataFrom }}
dataFrom: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.fileBinaries: the binaryData of the ConfigMap of files.
Takes   .Values.configFiles.
Yields  a quoted line for each file that is no text.
*/}}
{{- define "chartgen.0.1.0.fileBinaries" -}}
{{- $data := dict }}
{{- range $file, $entry := . }}
{{- if hasKey $entry "binaryContent" }}
{{- $_ := set $data $file $entry.binaryContent }}
{{- end }}
{{- end }}
{{- include "chartgen.0.1.0.strings" $data }}
{{- end }}

{{/*
chartgen.0.1.0.fileContents: the data of the ConfigMap of files.
Takes   .Values.configFiles.
Yields  a quoted line for each file of text.
*/}}
{{- define "chartgen.0.1.0.fileContents" -}}
{{- $data := dict }}
{{- range $file, $entry := . }}
{{- if hasKey $entry "content" }}
{{- $_ := set $data $file $entry.content }}
{{- end }}
{{- end }}
{{- include "chartgen.0.1.0.strings" $data }}
{{- end }}

{{/*
chartgen.0.1.0.fileItems: the files of the ConfigMap of files one by one, where one has permissions of its own.
Takes   .Values.configFiles.
Yields  a list, nothing where all have the same.
*/}}
{{- define "chartgen.0.1.0.fileItems" -}}
{{- $items := list }}
{{- $some := false }}
{{- range $file, $entry := . }}
{{- $item := dict "key" $file "path" $file }}
{{- if hasKey $entry "mode" }}
{{- $some = true }}
{{- $_ := set $item "mode" ($entry.mode | int64) }}
{{- end }}
{{- $items = append $items $item }}
{{- end }}
{{- if $some }}
{{- toYaml $items }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.fullname: what all names begin with: <release>-<chart>, or <release> where it contains the chart's name; of a
component with -<component> behind it.
Takes   a root: .Values.fullnameOverride, .Main, .Component, .Chart, .Release.
Yields  a name of any length, without dots; chartgen.0.1.0.objectName cuts it.
*/}}
{{- define "chartgen.0.1.0.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride }}
{{- else if .Main }}
{{- printf "%s-%s" (include "chartgen.0.1.0.fullname" .Main) .Component }}
{{- else if contains .Chart.Name .Release.Name }}
{{- .Release.Name | replace "." "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name .Chart.Name | replace "." "-" }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.furtherService: a further Service of the same pods, or a name for what is elsewhere.
Takes   a root with .Which, its name; .Values.services, .Component, .Chart, .Release.
Yields  one whole document, nothing where the environment has no such Service.
*/}}
{{- define "chartgen.0.1.0.furtherService" -}}
{{- with get (.Values.services | default dict) .Which }}
{{- $object := printf "Service/%s" $.Which }}
{{- $name := include "chartgen.0.1.0.objectName" (dict "root" $ "object" $object "suffix" (printf "-%s" $.Which)) }}
{{- include "chartgen.0.1.0.oneService" (dict "root" $ "service" . "name" $name) }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.grantedRole: a role, and its binding of the same name.
Takes   a map: root, prefix ("" or "Cluster"), name, namespace ("" for the release's own, and where prefix is Cluster),
        rules, subjects (both as Kubernetes writes them).
Yields  two documents with --- between them.
*/}}
{{- define "chartgen.0.1.0.grantedRole" -}}
{{- $role := printf "%sRole" .prefix -}}
{{- include "chartgen.0.1.0.role" (dict "root" .root "kind" $role "name" .name "namespace" .namespace "rules" .rules) }}
---
{{ include "chartgen.0.1.0.roleBinding" (dict "root" .root "kind" (printf "%sBinding" $role) "name" .name "namespace" .namespace "roleKind" $role "role" .name "subjects" .subjects) }}
{{- end }}

{{/*
chartgen.0.1.0.grpcRoute: gRPC calls that lead to the Service, as one GRPCRoute of the Gateway API.
Takes   a root: .Values (grpcRoute; extraGrpcRoutes.<.Route> where .Route is set), .Component, .Chart, .Release.
Yields  one whole document with the CRD's defaults written out, nothing while the route is off.
*/}}
{{- define "chartgen.0.1.0.grpcRoute" -}}
{{- $route := .Values.grpcRoute }}
{{- $object := "GRPCRoute" }}
{{- $suffix := "" }}
{{- with .Route }}
{{- $route = get ($.Values.extraGrpcRoutes | default dict) . }}
{{- $object = printf "GRPCRoute/%s" . }}
{{- $suffix = printf "-%s" . }}
{{- end }}
{{- if and $route $route.enabled -}}
apiVersion: gateway.networking.k8s.io/v1
kind: GRPCRoute
metadata:
  name: {{ include "chartgen.0.1.0.objectName" (dict "root" . "object" $object "suffix" $suffix) | quote }}
  labels: {{- include "chartgen.0.1.0.labels" . | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" . "own" $route.annotations) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  parentRefs: {{- include "chartgen.0.1.0.parentRefs" $route.parentRefs | trim | nindent 4 }}
  {{- with $route.hostnames }}
  hostnames:
    {{- range . }}
    - {{ . | quote }}
    {{- end }}
  {{- end }}
  rules:
    {{- range $route.rules }}
    - {{ include "chartgen.0.1.0.grpcRule" (dict "root" $ "route" $route "rule" .) | trim | indent 6 | trimPrefix "      " }}
    {{- end }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.grpcRule: one rule of a GRPCRoute.
Takes   a map: root, route (servicePort), rule (name, matches, and what chartgen.0.1.0.routeRule takes).
Yields  the fields of a rule.
*/}}
{{- define "chartgen.0.1.0.grpcRule" -}}
{{- with .rule.name }}
name: {{ . | quote }}
{{- end }}
{{- with .rule.matches }}
matches: {{- toYaml . | nindent 2 }}
{{- end }}
{{- include "chartgen.0.1.0.routeRule" . }}
{{- end }}

{{/*
chartgen.0.1.0.handler: what a probe or a lifecycle hook does.
Takes   a map with one of httpGet, tcpSocket, grpc, exec, sleep.
Yields  that one, with its fields.
*/}}
{{- define "chartgen.0.1.0.handler" -}}
{{- with .httpGet -}}
httpGet:
  path: {{ .path | quote }}
  port: {{ include "chartgen.0.1.0.intOrString" .port }}
  {{- with .scheme }}
  scheme: {{ . | quote }}
  {{- end }}
  {{- with .httpHeaders }}
  httpHeaders:
    {{- range . }}
    - name: {{ .name | quote }}
      value: {{ .value | quote }}
    {{- end }}
  {{- end }}
{{- end }}
{{- with .tcpSocket -}}
tcpSocket:
  port: {{ include "chartgen.0.1.0.intOrString" .port }}
{{- end }}
{{- with .grpc -}}
grpc:
  port: {{ .port | int64 }}
  {{- with .service }}
  service: {{ . | quote }}
  {{- end }}
{{- end }}
{{- with .exec -}}
exec:
  command:
    {{- range .command }}
    - {{ . | quote }}
    {{- end }}
{{- end }}
{{- with .sleep -}}
sleep:
  seconds: {{ .seconds | int64 }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.headlessService: the Service that gives each copy of a StatefulSet a name of its own, before it is ready.
Takes   a root: .Values.containerPorts, .Component, .Chart, .Release.
Yields  one whole document.
*/}}
{{- define "chartgen.0.1.0.headlessService" -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ include "chartgen.0.1.0.headlessServiceName" . | quote }}
  labels: {{- include "chartgen.0.1.0.labels" . | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" .) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  type: ClusterIP
  clusterIP: None
  publishNotReadyAddresses: true
  selector: {{- include "chartgen.0.1.0.selectorLabels" . | nindent 4 }}
  {{- with .Values.containerPorts }}
  ports:
    {{- range $name, $port := . }}
    - name: {{ $name | quote }}
      port: {{ $port.containerPort | int64 }}
      targetPort: {{ $name | quote }}
      protocol: {{ $port.protocol | quote }}
    {{- end }}
  {{- end }}
{{- end }}

{{/*
chartgen.0.1.0.headlessServiceName: the Service under which the copies of a StatefulSet have names, <fullname>-headless.
Takes   a root.
Yields  a name.
*/}}
{{- define "chartgen.0.1.0.headlessServiceName" -}}
{{- include "chartgen.0.1.0.objectName" (dict "root" . "object" "Service/headless" "suffix" "-headless") }}
{{- end }}

{{/*
chartgen.0.1.0.helmTest: one of .Values.tests: a Job that checks the answer of a page, or runs a command.
wget says the status of each answer; awk prints them and ends well when the right one was among them.
Takes   a root with .Which, the test's name.
Yields  one whole document, nothing where the environment has no such test.
*/}}
{{- define "chartgen.0.1.0.helmTest" -}}
{{- with get (.Values.tests | default dict) .Which -}}
{{- $command := .command }}
{{- with .http }}
{{- $port := (index $.Values.service.ports .servicePort).port | int64 }}
{{- $url := printf "http://%s:%d%s" (include "chartgen.0.1.0.serviceName" $) $port .path }}
{{- $script := `wget -S -T 10 -O /dev/null "$0" 2>&1 | awk -v want="$1" '{ print } $1 ~ /^HTTP/ && $2 == want { found = 1 } END { exit !found }'` }}
{{- $command = list "sh" "-c" $script $url (.status | int64 | toString) }}
{{- end }}
{{- $container := dict "name" "test" "image" .image "command" $command "request" .memory "limit" .memory "env" .env "tmp" true }}
{{- $name := include "chartgen.0.1.0.objectName" (dict "root" $ "object" (printf "Job/%s" $.Which) "suffix" (printf "-test-%s" $.Which)) }}
{{- include "chartgen.0.1.0.testJob" (dict "root" $ "name" $name "timeoutSeconds" .timeoutSeconds "container" $container) }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.horizontalPodAutoscaler: copies by load.
CPU and memory are those of the workload's own container: of the whole pod where it is alone, else of it among the others.
Takes   a root: .Values (autoscaling, sidecars), .Component, .Chart, .Release.
Yields  one whole document, nothing while autoscaling is off.
*/}}
{{- define "chartgen.0.1.0.horizontalPodAutoscaler" -}}
{{- if (.Values.autoscaling).enabled -}}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: {{ include "chartgen.0.1.0.objectName" (dict "root" . "object" "HorizontalPodAutoscaler" "suffix" "") | quote }}
  labels: {{- include "chartgen.0.1.0.labels" . | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" .) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  scaleTargetRef: {{- include "chartgen.0.1.0.scaleTarget" . | nindent 4 }}
  minReplicas: {{ .Values.autoscaling.minReplicas | int64 }}
  maxReplicas: {{ .Values.autoscaling.maxReplicas | int64 }}
  metrics:
    {{- range $name, $key := dict "cpu" "CPU" "memory" "Memory" }}
    {{- $share := printf "target%sUtilizationPercentage" $key }}
    {{- range $target := list $share (printf "target%sAverageValue" $key) }}
    {{- if hasKey $.Values.autoscaling $target }}
    {{- if $.Values.sidecars }}
    - type: ContainerResource
      containerResource:
        container: {{ include "chartgen.0.1.0.containerName" $ | quote }}
    {{- else }}
    - type: Resource
      resource:
    {{- end }}
        name: {{ $name }}
        target:
          {{- if eq $target $share }}
          type: Utilization
          averageUtilization: {{ get $.Values.autoscaling $target | int64 }}
          {{- else }}
          type: AverageValue
          averageValue: {{ get $.Values.autoscaling $target | quote }}
          {{- end }}
    {{- end }}
    {{- end }}
    {{- end }}
    {{- with .Values.autoscaling.metrics }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  behavior:
    scaleUp: {{- include "chartgen.0.1.0.scalingRules" .Values.autoscaling.behavior.scaleUp | nindent 6 }}
    scaleDown: {{- include "chartgen.0.1.0.scalingRules" .Values.autoscaling.behavior.scaleDown | nindent 6 }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.httpRoute: hosts and paths that lead to the Service, as one HTTPRoute of the Gateway API.
Takes   a root: .Values (httpRoute; extraHttpRoutes.<.Route> where .Route is set), .Component, .Chart, .Release.
Yields  one whole document with the CRD's defaults written out, nothing while the route is off.
*/}}
{{- define "chartgen.0.1.0.httpRoute" -}}
{{- $route := .Values.httpRoute }}
{{- $object := "HTTPRoute" }}
{{- $suffix := "" }}
{{- with .Route }}
{{- $route = get ($.Values.extraHttpRoutes | default dict) . }}
{{- $object = printf "HTTPRoute/%s" . }}
{{- $suffix = printf "-%s" . }}
{{- end }}
{{- if and $route $route.enabled -}}
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: {{ include "chartgen.0.1.0.objectName" (dict "root" . "object" $object "suffix" $suffix) | quote }}
  labels: {{- include "chartgen.0.1.0.labels" . | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" . "own" $route.annotations) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  parentRefs: {{- include "chartgen.0.1.0.parentRefs" $route.parentRefs | trim | nindent 4 }}
  {{- with $route.hostnames }}
  hostnames:
    {{- range . }}
    - {{ . | quote }}
    {{- end }}
  {{- end }}
  rules:
    {{- range $route.rules }}
    - {{ with .name }}name: {{ . | quote }}
      {{ end }}matches: {{- toYaml .matches | nindent 8 }}
      {{- include "chartgen.0.1.0.routeRule" (dict "root" $ "route" $route "rule" .) | trim | nindent 6 }}
      {{- with .timeouts }}
      timeouts:
        {{- with .request }}
        request: {{ . | quote }}
        {{- end }}
        {{- with .backendRequest }}
        backendRequest: {{ . | quote }}
        {{- end }}
      {{- end }}
    {{- end }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.image: what is pulled; where both are set the digest is pulled and the tag names the version.
Takes   .Values.image, or that of a further container.
Yields  repository, repository:tag, repository@digest or repository:tag@digest.
*/}}
{{- define "chartgen.0.1.0.image" -}}
{{- .repository }}
{{- with .tag }}:{{ . }}{{ end }}
{{- with .digest }}@{{ . }}{{ end }}
{{- end }}

{{/*
chartgen.0.1.0.ingress: hosts and paths that lead to the Service, as one Ingress.
Takes   a root: .Values (ingress; extraIngresses.<.Route> where .Route is set), .Component, .Chart, .Release.
Yields  one whole document, nothing while the ingress is off.
*/}}
{{- define "chartgen.0.1.0.ingress" -}}
{{- $ingress := .Values.ingress }}
{{- $object := "Ingress" }}
{{- $suffix := "" }}
{{- with .Route }}
{{- $ingress = get ($.Values.extraIngresses | default dict) . }}
{{- $object = printf "Ingress/%s" . }}
{{- $suffix = printf "-%s" . }}
{{- end }}
{{- if and $ingress $ingress.enabled -}}
{{- $own := dict }}
{{- range $key, $value := $ingress.annotations }}
{{- $_ := set $own $key $value }}
{{- end }}
{{- with $ingress.traefikMiddlewares }}
{{- $names := include "chartgen.0.1.0.routerMiddlewares" (dict "root" $ "refs" .) }}
{{- $_ := set $own "traefik.ingress.kubernetes.io/router.middlewares" $names }}
{{- end -}}
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: {{ include "chartgen.0.1.0.objectName" (dict "root" . "object" $object "suffix" $suffix) | quote }}
  labels: {{- include "chartgen.0.1.0.labels" . | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" . "own" $own) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  {{- with $ingress.className }}
  ingressClassName: {{ . | quote }}
  {{- end }}
  {{- with $ingress.defaultBackend }}
  defaultBackend: {{- include "chartgen.0.1.0.ingressBackend" (dict "root" $ "backend" .) | nindent 4 }}
  {{- end }}
  {{- with $ingress.tls }}
  {{- $secret := dict "root" $ "object" "Secret" "suffix" (printf "%s-tls" $suffix) }}
  tls:
    {{- range . }}
    - secretName: {{ .secretName | default (include "chartgen.0.1.0.objectName" $secret) | quote }}
      hosts:
        {{- range .hosts }}
        - {{ . | quote }}
        {{- end }}
    {{- end }}
  {{- end }}
  rules:
    {{- range $ingress.hosts }}
    - {{ with .host }}host: {{ . | quote }}
      {{ end }}http:
        paths:
          {{- range .paths }}
          - path: {{ .path | quote }}
            pathType: {{ .pathType | quote }}
            backend: {{- include "chartgen.0.1.0.ingressBackend" (dict "root" $ "backend" (.backend | default (dict "port" $ingress.servicePort))) | nindent 14 }}
          {{- end }}
    {{- end }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.ingressBackend: where a path of an Ingress leads.
Takes   a map: root, backend (component or service, port: a name, another Service's a number).
Yields  the fields of a backend.
*/}}
{{- define "chartgen.0.1.0.ingressBackend" -}}
service:
  name: {{ include "chartgen.0.1.0.backendName" . | quote }}
  port:
    {{- if .backend.service }}
    number: {{ .backend.port | int64 }}
    {{- else }}
    name: {{ .backend.port | quote }}
    {{- end }}
{{- end }}

{{/*
chartgen.0.1.0.ingressRoute: one of .Values.ingressRoutes, for Traefik.
Takes   a root with .Which, its short name.
Yields  one whole document, nothing where the environment has no such IngressRoute.
*/}}
{{- define "chartgen.0.1.0.ingressRoute" -}}
{{- with get (.Values.ingressRoutes | default dict) .Which -}}
{{- $object := dict "root" $ "object" (printf "IngressRoute/%s" $.Which) "suffix" (printf "-%s" $.Which) -}}
apiVersion: traefik.io/v1alpha1
kind: IngressRoute
metadata:
  name: {{ include "chartgen.0.1.0.objectName" $object | quote }}
  labels: {{- include "chartgen.0.1.0.labels" $ | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" $ "own" .annotations) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  {{- with .entryPoints }}
  entryPoints: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .ingressClassName }}
  ingressClassName: {{ . | quote }}
  {{- end }}
  routes:
    {{- range .routes }}
    - kind: Rule
      match: {{ .match | quote }}
      {{- with .priority }}
      priority: {{ . | int64 }}
      {{- end }}
      {{- with .middlewares }}
      middlewares: {{- include "chartgen.0.1.0.middlewareRefs" (dict "root" $ "refs" .) | trim | nindent 8 }}
      {{- end }}
      services:
        {{- range .services }}
        - {{ include "chartgen.0.1.0.traefikBackend" (dict "root" $ "backend" .) | nindent 10 | trim }}
        {{- end }}
    {{- end }}
  {{- if hasKey . "tls" }}
  tls: {{- toYaml .tls | nindent 4 }}
  {{- end }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.inRelease: a text of an alert or query, with the release's own names for $(workload), $(pods), $(jobs),
$(namespace), $(service), $(autoscaler) and $(budget). Whatever else stands in it stays, Prometheus' own templates too.
Takes   a map: root, text.
Yields  the text.
*/}}
{{- define "chartgen.0.1.0.inRelease" -}}
{{- $names := include "chartgen.0.1.0.runningNames" .root | fromYaml }}
{{- $_ := set $names "namespace" .root.Release.Namespace }}
{{- $_ := set $names "service" (include "chartgen.0.1.0.serviceName" .root) }}
{{- $objects := dict "workload" (include "chartgen.0.1.0.kind" .root) "autoscaler" "HorizontalPodAutoscaler" "budget" "PodDisruptionBudget" }}
{{- range $word, $object := $objects }}
{{- $_ := set $names $word (include "chartgen.0.1.0.objectName" (dict "root" $.root "object" $object "suffix" "")) }}
{{- end }}
{{- $text := .text }}
{{- range $word, $name := $names }}
{{- $text = replace (printf "$(%s)" $word) $name $text }}
{{- end }}
{{- $text }}
{{- end }}

{{/*
chartgen.0.1.0.intOrString: a number as a number, a text as a text: 8080 or "http", 1 or "25%".
Takes   the number or the string.
Yields  one scalar.
*/}}
{{- define "chartgen.0.1.0.intOrString" -}}
{{- if kindIs "string" . }}
{{- . | quote }}
{{- else }}
{{- . | int64 }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.istioDestination: where requests go in Istio.
Takes   a map: root, backend (component or service, port, subset).
Yields  the fields of a destination.
*/}}
{{- define "chartgen.0.1.0.istioDestination" -}}
host: {{ include "chartgen.0.1.0.backendName" . | quote }}
{{- if hasKey .backend "port" }}
port:
  number: {{ include "chartgen.0.1.0.backendPort" . }}
{{- end }}
{{- with .backend.subset }}
subset: {{ . | quote }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.istioGateway: one of .Values.istioGateways, for Istio.
Takes   a root with .Which, its short name.
Yields  one whole document, nothing where the environment has no such Gateway.
*/}}
{{- define "chartgen.0.1.0.istioGateway" -}}
{{- with get (.Values.istioGateways | default dict) .Which -}}
{{- $object := dict "root" $ "object" (printf "Gateway/%s" $.Which) "suffix" (printf "-%s" $.Which) -}}
apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: {{ include "chartgen.0.1.0.objectName" $object | quote }}
  labels: {{- include "chartgen.0.1.0.labels" $ | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" $) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  selector: {{- include "chartgen.0.1.0.strings" .selector | nindent 4 }}
  servers: {{- toYaml .servers | nindent 4 }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.istioHttp: what a VirtualService does with requests that match.
Takes   a map: root, http (one entry of http, destinations as component or service and port).
Yields  the fields of the entry.
*/}}
{{- define "chartgen.0.1.0.istioHttp" -}}
{{- $root := .root }}
{{- with omit .http "route" "mirror" }}
{{- toYaml . }}
{{- end }}
{{- with .http.route }}
route:
  {{- range . }}
  - destination: {{- include "chartgen.0.1.0.istioDestination" (dict "root" $root "backend" .destination) | nindent 6 }}
    {{- with omit . "destination" }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
{{- end }}
{{- with .http.mirror }}
mirror: {{- include "chartgen.0.1.0.istioDestination" (dict "root" $root "backend" .) | nindent 2 }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.istioPolicy: a policy of Istio's.
Takes   a map: root, kind, which (its short name), policy (its values).
Yields  one whole document.
*/}}
{{- define "chartgen.0.1.0.istioPolicy" -}}
{{- $object := dict "root" .root "object" (printf "%s/%s" .kind .which) "suffix" (printf "-%s" .which) -}}
apiVersion: security.istio.io/v1
kind: {{ .kind }}
metadata:
  name: {{ include "chartgen.0.1.0.objectName" $object | quote }}
  labels: {{- include "chartgen.0.1.0.labels" .root | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" .root) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  {{- with include "chartgen.0.1.0.istioScope" . }}
  {{- . | nindent 2 }}
  {{- end }}
  {{- omit .policy "component" "matchLabels" "namespaceWide" "targetRefs" | toYaml | nindent 2 }}
{{- end }}

{{/*
chartgen.0.1.0.istioScope: whose calls a policy of Istio is about.
Takes   a map: root, policy (component, matchLabels, namespaceWide or targetRefs; none for the main workload's pods).
Yields  selector or targetRefs; nothing for every pod of the namespace.
*/}}
{{- define "chartgen.0.1.0.istioScope" -}}
{{- if .policy.targetRefs -}}
targetRefs: {{- toYaml .policy.targetRefs | nindent 2 }}
{{- else if .policy.matchLabels -}}
selector:
  matchLabels: {{- include "chartgen.0.1.0.strings" .policy.matchLabels | nindent 4 }}
{{- else if .policy.component -}}
{{- $labels := dict "root" .root "name" .policy.component "define" "chartgen.0.1.0.selectorLabels" -}}
selector:
  matchLabels: {{- include "chartgen.0.1.0.component" $labels | nindent 4 }}
{{- else if not .policy.namespaceWide -}}
selector:
  matchLabels: {{- include "chartgen.0.1.0.selectorLabels" .root | nindent 4 }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.job: the workload, as a Job that runs to its end.
Kubernetes refuses a change of a Job's pod, so a Job of the release has six digits of its digest in its name: what changes
is made anew, and runs again. A hook is deleted and made anew by Helm, and keeps its name.
Takes   a root: .Values (the workload's), .Component, .Chart, .Release.
Yields  one whole document, nothing where KEDA starts the Jobs.
*/}}
{{- define "chartgen.0.1.0.job" -}}
{{- if not .Values.scaledJob }}
{{- $spec := include "chartgen.0.1.0.jobSpec" . }}
{{- $suffix := printf "-%s" (sha256sum $spec | trunc 6) }}
{{- if .Values.hook }}
{{- $suffix = "" }}
{{- end -}}
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ include "chartgen.0.1.0.objectName" (dict "root" . "object" "Job" "suffix" $suffix) | quote }}
  labels: {{- include "chartgen.0.1.0.labels" . | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" . "weight" (.Values.hook).weight) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec: {{- $spec | nindent 2 }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.jobSpec: a Job's own fields, and its pod.
Takes   a root: .Values (the workload's), .Component, .Chart, .Release.
Yields  the fields of `spec`.
*/}}
{{- define "chartgen.0.1.0.jobSpec" -}}
backoffLimit: {{ .Values.job.backoffLimit | int64 }}
{{- range $key := list "activeDeadlineSeconds" "ttlSecondsAfterFinished" "completions" "parallelism" "backoffLimitPerIndex" "maxFailedIndexes" }}
{{- if hasKey $.Values.job $key }}
{{ $key }}: {{ get $.Values.job $key | int64 }}
{{- end }}
{{- end }}
completionMode: {{ .Values.job.completionMode | quote }}
suspend: {{ .Values.job.suspend }}
{{- range $key := list "podFailurePolicy" "successPolicy" }}
{{- with get $.Values.job $key }}
{{ $key }}: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
{{- range $key := list "podReplacementPolicy" "managedBy" }}
{{- with get $.Values.job $key }}
{{ $key }}: {{ . | quote }}
{{- end }}
{{- end }}
template: {{- include "chartgen.0.1.0.pod" . | nindent 2 }}
{{- end }}

{{/*
chartgen.0.1.0.kind: the kind of the workload, told by the sections that it alone has.
Takes   a root: .Values.
Yields  Deployment, StatefulSet, DaemonSet, Job or CronJob.
*/}}
{{- define "chartgen.0.1.0.kind" -}}
{{- if .Values.cronJob -}}
CronJob
{{- else if .Values.job -}}
Job
{{- else if .Values.podManagementPolicy -}}
StatefulSet
{{- else if .Values.updateStrategy -}}
DaemonSet
{{- else -}}
Deployment
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.labels: the labels of every object's metadata; never of a pod, since they change with the chart.
Takes   a root: .Values (image.tag, commonLabels), .Component, .Chart, .Release.
Yields  lines; the version is the image's tag, else the chart's appVersion, made a valid label.
*/}}
{{- define "chartgen.0.1.0.labels" -}}
{{- $chart := printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 }}
{{- $version := (.Values.image).tag | default .Chart.AppVersion | toString }}
{{- $version = regexReplaceAll "[^-A-Za-z0-9_.]+" $version "_" | trunc 63 }}
{{- $version = regexReplaceAll "^[-_.]+|[-_.]+$" $version "" -}}
helm.sh/chart: {{ regexReplaceAll "[-_.]+$" $chart "" | quote }}
app.kubernetes.io/name: {{ .Chart.Name | quote }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
app.kubernetes.io/component: {{ .Component | default "main" | quote }}
{{- with $version }}
app.kubernetes.io/version: {{ . | quote }}
{{- end }}
app.kubernetes.io/managed-by: {{ .Release.Service | quote }}
{{- with .Values.commonLabels }}
{{ include "chartgen.0.1.0.strings" . }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.limitRange: defaults and bounds for each container, pod and claim of the namespace.
Takes   a root: .Values (namespace, limitRange), .Chart, .Release.
Yields  one whole document, nothing where the environment has none.
*/}}
{{- define "chartgen.0.1.0.limitRange" -}}
{{- if .Values.limitRange -}}
apiVersion: v1
kind: LimitRange
metadata:
  name: {{ include "chartgen.0.1.0.objectName" (dict "root" . "object" "LimitRange" "suffix" "") | quote }}
  namespace: {{ .Values.namespace.name | quote }}
  labels: {{- include "chartgen.0.1.0.labels" . | nindent 4 }}
spec:
  limits:
    {{- range $item := .Values.limitRange }}
    - type: {{ .type | quote }}
      {{- range list "default" "defaultRequest" "min" "max" }}
      {{- if get $item . }}
      {{ . }}:
        {{- range $resource, $amount := get $item . }}
        {{ $resource }}: {{ include "chartgen.0.1.0.quantity" $amount }}
        {{- end }}
      {{- end }}
      {{- end }}
    {{- end }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.manifest: one of .Values.extraManifests, as it stands there, with the chart's labels and annotations.
Its metadata comes last: a text that ends a document would lose or win line breaks.
Takes   a root with .Which, the manifest's key.
Yields  one whole document, nothing where the environment has no such manifest.
*/}}
{{- define "chartgen.0.1.0.manifest" -}}
{{- with get (.Values.extraManifests | default dict) .Which -}}
{{- $labels := include "chartgen.0.1.0.labels" $ | fromYaml }}
{{- range $key, $value := .metadata.labels }}
{{- $_ := set $labels $key $value }}
{{- end -}}
apiVersion: {{ .apiVersion | quote }}
kind: {{ .kind | quote }}
{{- with omit . "apiVersion" "kind" "metadata" }}
{{ toYaml . }}
{{- end }}
metadata:
  name: {{ .metadata.name | quote }}
  {{- with omit .metadata "name" "labels" "annotations" }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
  labels: {{- include "chartgen.0.1.0.strings" $labels | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" $ "own" .metadata.annotations) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.middlewareName: the name of a Middleware of the chart that its values know by a short name.
Takes   a map: root, own (the short name).
Yields  a name.
*/}}
{{- define "chartgen.0.1.0.middlewareName" -}}
{{- include "chartgen.0.1.0.objectName" (dict "root" (.root.Main | default .root) "object" (printf "Middleware/%s" .own) "suffix" (printf "-%s" .own)) }}
{{- end }}

{{/*
chartgen.0.1.0.middlewareRefs: middlewares by their names, as Traefik's own kinds name them.
Takes   a map: root, refs (each with name and namespace, or own for one of the chart).
Yields  a list.
*/}}
{{- define "chartgen.0.1.0.middlewareRefs" -}}
{{- range .refs }}
- name: {{ if .own }}{{ include "chartgen.0.1.0.middlewareName" (dict "root" $.root "own" .own) | quote }}{{ else }}{{ .name | quote }}{{ end }}
  {{- with .namespace }}
  namespace: {{ . | quote }}
  {{- end }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.monitorLabels: the labels of an object that has some of its own, as those by which Prometheus finds it.
Takes   a map: root, own (which win).
Yields  lines.
*/}}
{{- define "chartgen.0.1.0.monitorLabels" -}}
{{- $all := include "chartgen.0.1.0.labels" .root | fromYaml }}
{{- range $key, $value := .own }}
{{- $_ := set $all $key $value }}
{{- end }}
{{- include "chartgen.0.1.0.strings" $all }}
{{- end }}

{{/*
chartgen.0.1.0.namespace: the Namespace of a team, with its Pod Security level.
Takes   a root: .Values (namespace, podSecurity), .Chart, .Release.
Yields  one whole document, nothing where create is false.
*/}}
{{- define "chartgen.0.1.0.namespace" -}}
{{- if .Values.namespace.create }}
{{- $keep := .Values.namespace.keep | ternary (dict "helm.sh/resource-policy" "keep") dict -}}
apiVersion: v1
kind: Namespace
metadata:
  name: {{ .Values.namespace.name | quote }}
  labels:
    {{- include "chartgen.0.1.0.labels" . | nindent 4 }}
    pod-security.kubernetes.io/enforce: {{ .Values.podSecurity.enforce | quote }}
    pod-security.kubernetes.io/enforce-version: {{ .Values.podSecurity.version | quote }}
    pod-security.kubernetes.io/audit: {{ .Values.podSecurity.audit | quote }}
    pod-security.kubernetes.io/audit-version: {{ .Values.podSecurity.version | quote }}
    pod-security.kubernetes.io/warn: {{ .Values.podSecurity.warn | quote }}
    pod-security.kubernetes.io/warn-version: {{ .Values.podSecurity.version | quote }}
    {{- with .Values.namespace.labels }}
    {{- include "chartgen.0.1.0.strings" . | nindent 4 }}
    {{- end }}
  {{- if or $keep .Values.namespace.annotations }}
  annotations:
    {{- with .Values.namespace.annotations }}
    {{- include "chartgen.0.1.0.strings" . | nindent 4 }}
    {{- end }}
    {{- with $keep }}
    {{- include "chartgen.0.1.0.strings" . | nindent 4 }}
    {{- end }}
  {{- end }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.namespaceNotes: what Helm prints after an install or upgrade of a namespace.
Takes   a root: .Values (namespace, podSecurity, resourceQuotas), .Chart, .Release.
Yields  plain text: what was made, and how to look at it.
*/}}
{{- define "chartgen.0.1.0.namespaceNotes" -}}
{{- $name := .Values.namespace.name -}}
The namespace {{ $name }} is set up by the release {{ .Release.Name }}, which lives in the namespace {{ .Release.Namespace }}.
Pods beyond the level {{ .Values.podSecurity.enforce }} of the Pod Security Standards are refused in it.

Look at it:
  kubectl describe namespace {{ $name }}
  kubectl --namespace {{ $name }} get resourcequotas,limitranges,networkpolicies,rolebindings

Deploy into it:
  helm upgrade --install orders-api ./chart --namespace {{ $name }}

Roll it back:
  helm history {{ .Release.Name }} --namespace {{ .Release.Namespace }}
  helm rollback {{ .Release.Name }} --namespace {{ .Release.Namespace }}
{{- end }}

{{/*
chartgen.0.1.0.networkPolicy: who may reach the pods and whom they may reach.
Takes   a root: .Values (networkPolicy, connectionTest; tests of .Main), .Component, .Chart, .Release.
Yields  one whole document, nothing while the policy is off. The pods of `helm test` may come in: the connection test on its
        port, others on every port.
*/}}
{{- define "chartgen.0.1.0.networkPolicy" -}}
{{- if (.Values.networkPolicy).enabled -}}
{{- $main := .Main | default . }}
{{- $admitted := dict }}
{{- if has "Ingress" .Values.networkPolicy.policyTypes }}
{{- with .Values.connectionTest }}
{{- $port := index $.Values.service.ports .servicePort }}
{{- $_ := set $admitted (toString $port.targetPort) (dict "port" $port.targetPort "protocol" $port.protocol) }}
{{- end }}
{{- if $main.Values.tests }}
{{- range $name, $port := .Values.containerPorts }}
{{- $_ := set $admitted $name (dict "port" $name "protocol" $port.protocol) }}
{{- end }}
{{- end }}
{{- end -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ include "chartgen.0.1.0.objectName" (dict "root" . "object" "NetworkPolicy" "suffix" "") | quote }}
  labels: {{- include "chartgen.0.1.0.labels" . | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" .) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  podSelector:
    matchLabels: {{- include "chartgen.0.1.0.selectorLabels" . | nindent 6 }}
  policyTypes:
    {{- range .Values.networkPolicy.policyTypes }}
    - {{ . | quote }}
    {{- end }}
  {{- if or .Values.networkPolicy.ingress $admitted }}
  ingress:
    {{- range .Values.networkPolicy.ingress }}
    - {{ include "chartgen.0.1.0.networkRule" (dict "side" "from" "rule" .) | nindent 6 | trim }}
    {{- end }}
    {{- with $admitted }}
    - from:
        - podSelector:
            matchLabels: {{- include "chartgen.0.1.0.testLabels" $main | nindent 14 }}
      ports:
        {{- range . }}
        - port: {{ include "chartgen.0.1.0.intOrString" .port }}
          protocol: {{ .protocol | quote }}
        {{- end }}
    {{- end }}
  {{- end }}
  {{- with .Values.networkPolicy.egress }}
  egress:
    {{- range . }}
    - {{ include "chartgen.0.1.0.networkRule" (dict "side" "to" "rule" .) | nindent 6 | trim }}
    {{- end }}
  {{- end }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.networkRule: peers and ports of one rule of a network policy; no peers is everyone, no ports is every port.
Takes   a map: side ("from" or "to"), rule (an entry of ingress or egress, with one of the two at least).
Yields  the fields of the rule.
*/}}
{{- define "chartgen.0.1.0.networkRule" -}}
{{- $fields := list }}
{{- with get .rule .side }}
{{- $fields = append $fields (printf "%s:%s" $.side (toYaml . | nindent 2)) }}
{{- end }}
{{- with .rule.ports }}
{{- $fields = append $fields (printf "ports:%s" (toYaml . | nindent 2)) }}
{{- end }}
{{- join "\n" $fields }}
{{- end }}

{{/*
chartgen.0.1.0.notes: what Helm prints after an install or upgrade.
Takes   a root: .Values, .Chart, .Release.
Yields  plain text: what was installed, how to watch it, look at it and roll it back.
*/}}
{{- define "chartgen.0.1.0.notes" -}}
{{- $object := include "chartgen.0.1.0.workloadName" . }}
{{- $kubectl := printf "kubectl --namespace %s" .Release.Namespace }}
{{- $labels := list }}
{{- range $key, $value := include "chartgen.0.1.0.selectorLabels" . | fromYaml }}
{{- $labels = append $labels (printf "%s=%s" $key $value) }}
{{- end -}}
{{ .Chart.Name }} runs {{ include "chartgen.0.1.0.image" .Values.image }} as the release {{ .Release.Name }} in the namespace {{ .Release.Namespace }}.

{{ if not .Values.job -}}
Watch it come up:
  {{ $kubectl }} rollout status {{ $object }} --timeout=10m

{{ end -}}
Look at it:
  {{ $kubectl }} get pods --selector {{ join "," $labels }}
  {{ $kubectl }} logs --selector {{ join "," $labels }} --tail=100
{{- if .Values.service }}
  {{ $kubectl }} get endpointslices --selector kubernetes.io/service-name={{ include "chartgen.0.1.0.serviceName" . }}
{{- end }}
{{- with include "chartgen.0.1.0.urls" . | trim }}
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

{{/*
chartgen.0.1.0.objectName: the name of one object: the full name and a suffix, no longer than Kubernetes takes of its kind.
A longer one keeps its suffix, loses the end of the full name, and gets six digits of the full name's sha256, so that
two long names that begin alike stay two. Where the suffix alone is too long, the whole is cut so.
Takes   a map: root, object (its kind, or <kind>/<which> beside the first of that kind), suffix ("" or "-config").
Yields  a name; .Values.identity.objects.<object> where it is stated.
*/}}
{{- define "chartgen.0.1.0.objectName" -}}
{{- $limit := get (dict "Deployment" 63 "StatefulSet" 52 "DaemonSet" 63 "Job" 63 "CronJob" 52 "Service" 63 "ScaledJob" 63 "ScaledObject" 63) (.object | splitList "/" | first) | default 253 }}
{{- $name := include "chartgen.0.1.0.fullname" .root }}
{{- $kept := get (((.root.Values.identity).objects) | default dict) .object }}
{{- if $kept }}
{{- $kept }}
{{- else if le (add (len $name) (len .suffix)) $limit }}
{{- printf "%s%s" $name .suffix }}
{{- else if gt (add 8 (len .suffix)) $limit }}
{{- $whole := printf "%s%s" $name .suffix }}
{{- printf "%s-%s" (trunc (sub $limit 7 | int) $whole | trimAll "-") (sha256sum $whole | trunc 6) }}
{{- else }}
{{- $front := trunc (sub $limit (add 7 (len .suffix)) | int) $name }}
{{- printf "%s-%s%s" (regexReplaceAll "-+$" $front "") (sha256sum $name | trunc 6) .suffix }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.oneService: a Service.
Takes   a map: root, service (.Values.service or one of .Values.services), name.
Yields  one whole document.
*/}}
{{- define "chartgen.0.1.0.oneService" -}}
{{- $own := .service -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ .name | quote }}
  labels: {{- include "chartgen.0.1.0.labels" .root | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" .root "own" $own.annotations) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  type: {{ $own.type | quote }}
  {{- if $own.headless }}
  clusterIP: None
  {{- end }}
  {{- range $key := list "externalName" "loadBalancerClass" "loadBalancerIP" "externalTrafficPolicy" "internalTrafficPolicy" "trafficDistribution" "sessionAffinity" "ipFamilyPolicy" }}
  {{- with get $own $key }}
  {{ $key }}: {{ . | quote }}
  {{- end }}
  {{- end }}
  {{- range $key := list "allocateLoadBalancerNodePorts" "publishNotReadyAddresses" }}
  {{- if hasKey $own $key }}
  {{ $key }}: {{ get $own $key }}
  {{- end }}
  {{- end }}
  {{- range $key := list "ipFamilies" "loadBalancerSourceRanges" "externalIPs" }}
  {{- with get $own $key }}
  {{ $key }}: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- end }}
  {{- with $own.healthCheckNodePort }}
  healthCheckNodePort: {{ . | int64 }}
  {{- end }}
  {{- with $own.sessionAffinitySeconds }}
  sessionAffinityConfig:
    clientIP:
      timeoutSeconds: {{ . | int64 }}
  {{- end }}
  {{- if ne $own.type "ExternalName" }}
  selector: {{- include "chartgen.0.1.0.selectorLabels" .root | nindent 4 }}
  {{- end }}
  {{- with $own.ports }}
  ports:
    {{- range $name, $port := . }}
    - name: {{ $name | quote }}
      port: {{ $port.port | int64 }}
      targetPort: {{ include "chartgen.0.1.0.intOrString" $port.targetPort }}
      protocol: {{ $port.protocol | quote }}
      {{- with $port.appProtocol }}
      appProtocol: {{ . | quote }}
      {{- end }}
      {{- with $port.nodePort }}
      nodePort: {{ . | int64 }}
      {{- end }}
    {{- end }}
  {{- end }}
{{- end }}

{{/*
chartgen.0.1.0.openshiftRoute: one of .Values.openshiftRoutes, for OpenShift's router.
Takes   a root with .Which, its short name.
Yields  one whole document, nothing where the environment has no such Route.
*/}}
{{- define "chartgen.0.1.0.openshiftRoute" -}}
{{- with get (.Values.openshiftRoutes | default dict) .Which -}}
{{- $object := dict "root" $ "object" (printf "Route/%s" $.Which) "suffix" (printf "-%s" $.Which) -}}
apiVersion: route.openshift.io/v1
kind: Route
metadata:
  name: {{ include "chartgen.0.1.0.objectName" $object | quote }}
  labels: {{- include "chartgen.0.1.0.labels" $ | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" $ "own" .annotations) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  {{- with .host }}
  host: {{ . | quote }}
  {{- end }}
  {{- with .path }}
  path: {{ . | quote }}
  {{- end }}
  to:
    kind: Service
    name: {{ include "chartgen.0.1.0.backendName" (dict "root" $ "backend" .to) | quote }}
    weight: {{ .to.weight | int64 }}
  {{- with .alternateBackends }}
  alternateBackends:
    {{- range . }}
    - kind: Service
      name: {{ include "chartgen.0.1.0.backendName" (dict "root" $ "backend" .) | quote }}
      weight: {{ .weight | int64 }}
    {{- end }}
  {{- end }}
  port:
    targetPort: {{ include "chartgen.0.1.0.intOrString" .port }}
  {{- with .tls }}
  tls: {{- toYaml . | nindent 4 }}
  {{- end }}
  wildcardPolicy: {{ .wildcardPolicy | quote }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.ownConfigMap: one of .Values.configMaps.
Takes   a root with .Which, the ConfigMap's short name; .Values.hook where a hook reads it.
Yields  one whole document, nothing where the environment has no such ConfigMap.
*/}}
{{- define "chartgen.0.1.0.ownConfigMap" -}}
{{- with get ((.Main | default .).Values.configMaps | default dict) .Which -}}
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ include "chartgen.0.1.0.ownConfigMapName" (dict "root" $ "name" $.Which) | quote }}
  labels: {{- include "chartgen.0.1.0.labels" $ | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" $) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
{{- if .immutable }}
immutable: true
{{- end }}
{{- with include "chartgen.0.1.0.data" . }}
{{ . }}
{{- end }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.ownConfigMapName: a ConfigMap of .Values.configMaps, <fullname>-<name>; an immutable one has a digest of what
it holds behind that, so that a change makes a new object.
Takes   a map: root, name.
Yields  a name.
*/}}
{{- define "chartgen.0.1.0.ownConfigMapName" -}}
{{- $suffix := printf "-%s" .name }}
{{- $held := get ((.root.Main | default .root).Values.configMaps | default dict) .name | default dict }}
{{- if $held.immutable }}
{{- $suffix = printf "%s-%s" $suffix (include "chartgen.0.1.0.data" $held | sha256sum | trunc 10) }}
{{- end }}
{{- include "chartgen.0.1.0.ownName" (dict "root" .root "object" (printf "ConfigMap/%s" .name) "suffix" $suffix) }}
{{- end }}

{{/*
chartgen.0.1.0.ownName: the name of a ConfigMap or Secret of the chart that its values know by a short name.
All components share one object, but for a hook, which has its own under its component's name: an ordinary object is
not there yet, or still the old one, when a hook runs.
Takes   a map: root, object ("ConfigMap/limits"), suffix ("-limits").
Yields  a name.
*/}}
{{- define "chartgen.0.1.0.ownName" -}}
{{- $root := .root }}
{{- if and .root.Main (not .root.Values.hook) }}
{{- $root = .root.Main }}
{{- end }}
{{- include "chartgen.0.1.0.objectName" (dict "root" $root "object" .object "suffix" .suffix) }}
{{- end }}

{{/*
chartgen.0.1.0.ownSecretName: the Secret that one of .Values.externalSecrets or .Values.sealedSecrets makes.
Takes   a map: root, name.
Yields  the name that is stated, else <fullname>-<name>; a hook's with its component's name.
*/}}
{{- define "chartgen.0.1.0.ownSecretName" -}}
{{- $service := (.root.Main | default .root).Values }}
{{- $sealed := get ($service.sealedSecrets | default dict) .name | default dict }}
{{- $external := get ($service.externalSecrets | default dict) .name | default dict }}
{{- $kind := ternary "ExternalSecret" "SealedSecret" (empty $sealed) }}
{{- $stated := $sealed.name | default ($external.target).name }}
{{- if and $stated .root.Values.hook .root.Component }}
{{- printf "%s-%s" $stated .root.Component }}
{{- else if $stated }}
{{- $stated }}
{{- else }}
{{- include "chartgen.0.1.0.ownName" (dict "root" .root "object" (printf "%s/%s" $kind .name) "suffix" (printf "-%s" .name)) }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.parentRefs: the Gateways, ListenerSets or Services that a route belongs to.
Takes   a list of parentRefs.
Yields  a list, group and kind written out.
*/}}
{{- define "chartgen.0.1.0.parentRefs" -}}
{{- range . }}
- group: {{ .group | quote }}
  kind: {{ .kind | quote }}
  {{- with .namespace }}
  namespace: {{ . | quote }}
  {{- end }}
  name: {{ .name | quote }}
  {{- with .sectionName }}
  sectionName: {{ . | quote }}
  {{- end }}
  {{- with .port }}
  port: {{ . | int64 }}
  {{- end }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.patched: an object that the chart makes, with raw fields laid over it: mappings merge, lists are replaced.
Takes   a map: root (.Values.patches), define (the name of the define that yields the object), object (its key in patches;
        may be left out).
Yields  what the define yields; where there is a patch, in the order of its keys with metadata last.
*/}}
{{- define "chartgen.0.1.0.patched" -}}
{{- $made := include .define .root }}
{{- $patch := get (.root.Values.patches | default dict) (.object | default "") }}
{{- if and $patch $made -}}
{{- $whole := mergeOverwrite (fromYaml $made) $patch -}}
apiVersion: {{ $whole.apiVersion | quote }}
kind: {{ $whole.kind | quote }}
{{- with omit $whole "apiVersion" "kind" "metadata" }}
{{ toYaml . }}
{{- end }}
metadata: {{- toYaml $whole.metadata | nindent 2 }}
{{- else }}
{{- $made }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.peerAuthentication: one of .Values.peerAuthentications, for Istio.
Takes   a root with .Which, its short name.
Yields  one whole document, nothing where the environment has no such PeerAuthentication.
*/}}
{{- define "chartgen.0.1.0.peerAuthentication" -}}
{{- with get (.Values.peerAuthentications | default dict) .Which -}}
{{- include "chartgen.0.1.0.istioPolicy" (dict "root" $ "kind" "PeerAuthentication" "which" $.Which "policy" .) }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.persistentVolumeClaim: a disk of the chart's own.
Takes   a root with .Which, the volume's name; .Values.persistentVolumeClaims, .Component, .Chart, .Release.
Yields  one whole document, nothing where the environment has no such disk.
*/}}
{{- define "chartgen.0.1.0.persistentVolumeClaim" -}}
{{- with get (.Values.persistentVolumeClaims | default dict) .Which -}}
{{- $own := dict }}
{{- range $key, $value := .annotations }}
{{- $_ := set $own $key $value }}
{{- end }}
{{- if .retain }}
{{- $_ := set $own "helm.sh/resource-policy" "keep" }}
{{- end -}}
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: {{ include "chartgen.0.1.0.claimName" (dict "root" $ "name" $.Which) | quote }}
  labels: {{- include "chartgen.0.1.0.monitorLabels" (dict "root" $ "own" .labels) | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" $ "own" $own) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec: {{- include "chartgen.0.1.0.claimSpec" . | nindent 2 }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.pod: the pod template of a workload: who it is, where it runs, its containers, its volumes.
Nothing in it changes with the chart's or the library's version, so a new chart alone rolls no pods.
Takes   a root: .Values (the workload's), .Component, .Chart, .Release.
Yields  metadata and spec.
*/}}
{{- define "chartgen.0.1.0.pod" -}}
metadata:
  labels:
    {{- include "chartgen.0.1.0.selectorLabels" . | nindent 4 }}
    {{- with .Values.podLabels }}
    {{- include "chartgen.0.1.0.strings" . | nindent 4 }}
    {{- end }}
  {{- if or .Values.podAnnotations .Values.config .Values.configFiles .Values.reads }}
  annotations:
    {{- with .Values.podAnnotations }}
    {{- include "chartgen.0.1.0.strings" . | nindent 4 }}
    {{- end }}
    {{- with include "chartgen.0.1.0.checksums" . }}
    {{- . | nindent 4 }}
    {{- end }}
  {{- end }}
spec:
  {{- with .Values.podExtra }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
  serviceAccountName: {{ include "chartgen.0.1.0.serviceAccountName" . | quote }}
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
  nodeSelector: {{- include "chartgen.0.1.0.strings" . | nindent 4 }}
  {{- end }}
  {{- with include "chartgen.0.1.0.affinity" . }}
  affinity: {{- . | nindent 4 }}
  {{- end }}
  {{- with include "chartgen.0.1.0.topologySpread" . | trim }}
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
    {{- include "chartgen.0.1.0.container" (dict "root" $ "container" $container "name" $name "keeps" true) | nindent 4 }}
    {{- end }}
    {{- range .Values.initContainers }}
    {{- include "chartgen.0.1.0.container" (dict "root" $ "container" . "name" .name) | nindent 4 }}
    {{- end }}
  {{- end }}
  containers: {{- include "chartgen.0.1.0.container" (dict "root" . "container" .Values "name" (include "chartgen.0.1.0.containerName" .)) | nindent 4 }}
  {{- if or .Values.volumes .Values.configFiles }}
  volumes:
    {{- range .Values.volumes }}
    - name: {{ .name | quote }}
      {{- include "chartgen.0.1.0.volumeSource" (dict "root" $ "volume" .) | nindent 6 }}
    {{- end }}
    {{- if .Values.configFiles }}
    - name: "config-files"
      configMap:
        name: {{ include "chartgen.0.1.0.configFilesName" . | quote }}
        defaultMode: 420
        {{- with include "chartgen.0.1.0.fileItems" .Values.configFiles }}
        items: {{- . | nindent 10 }}
        {{- end }}
    {{- end }}
  {{- end }}
{{- end }}

{{/*
chartgen.0.1.0.podAntiAffinity: the copies on different nodes, by preference (soft) or without exception (hard), and other pods
that they keep away from.
Takes   a root: .Values (spread.hosts, affinity.podAntiAffinity), and what chartgen.0.1.0.selectorLabels takes.
Yields  the field podAntiAffinity.
*/}}
{{- define "chartgen.0.1.0.podAntiAffinity" -}}
{{- $hosts := (.Values.spread).hosts | default "" }}
{{- $others := .Values.affinity.podAntiAffinity | default dict -}}
podAntiAffinity:
  {{- if or (eq $hosts "hard") $others.requiredDuringSchedulingIgnoredDuringExecution }}
  requiredDuringSchedulingIgnoredDuringExecution:
    {{- if eq $hosts "hard" }}
    - topologyKey: kubernetes.io/hostname
      labelSelector:
        matchLabels: {{- include "chartgen.0.1.0.selectorLabels" . | nindent 10 }}
    {{- end }}
    {{- with $others.requiredDuringSchedulingIgnoredDuringExecution }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
  {{- if or (eq $hosts "soft") $others.preferredDuringSchedulingIgnoredDuringExecution }}
  preferredDuringSchedulingIgnoredDuringExecution:
    {{- if eq $hosts "soft" }}
    - weight: 100
      podAffinityTerm:
        topologyKey: kubernetes.io/hostname
        labelSelector:
          matchLabels: {{- include "chartgen.0.1.0.selectorLabels" . | nindent 12 }}
    {{- end }}
    {{- with $others.preferredDuringSchedulingIgnoredDuringExecution }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
{{- end }}

{{/*
chartgen.0.1.0.podDisruptionBudget: how many pods a drain may take at a time.
Takes   a root: .Values.podDisruptionBudget, .Component, .Chart, .Release.
Yields  one whole document, nothing while the budget is off.
*/}}
{{- define "chartgen.0.1.0.podDisruptionBudget" -}}
{{- if (.Values.podDisruptionBudget).enabled -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ include "chartgen.0.1.0.objectName" (dict "root" . "object" "PodDisruptionBudget" "suffix" "") | quote }}
  labels: {{- include "chartgen.0.1.0.labels" . | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" .) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  {{- range $key := list "maxUnavailable" "minAvailable" }}
  {{- if hasKey $.Values.podDisruptionBudget $key }}
  {{ $key }}: {{ include "chartgen.0.1.0.intOrString" (get $.Values.podDisruptionBudget $key) }}
  {{- end }}
  {{- end }}
  unhealthyPodEvictionPolicy: {{ .Values.podDisruptionBudget.unhealthyPodEvictionPolicy | quote }}
  selector:
    matchLabels: {{- include "chartgen.0.1.0.selectorLabels" . | nindent 6 }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.podMonitor: what the Prometheus operator scrapes, pod by pod: ports of sidecars too, which no Service has.
Takes   a root: .Values.podMonitor, .Component, .Chart, .Release.
Yields  one whole document, nothing while it is off.
*/}}
{{- define "chartgen.0.1.0.podMonitor" -}}
{{- if (.Values.podMonitor).enabled -}}
{{- $monitor := .Values.podMonitor -}}
apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata:
  name: {{ include "chartgen.0.1.0.objectName" (dict "root" . "object" "PodMonitor" "suffix" "") | quote }}
  {{- with $monitor.namespace }}
  namespace: {{ . | quote }}
  {{- end }}
  labels: {{- include "chartgen.0.1.0.monitorLabels" (dict "root" . "own" $monitor.labels) | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" .) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  {{- if $monitor.namespace }}
  namespaceSelector:
    matchNames:
      - {{ .Release.Namespace | quote }}
  {{- end }}
  selector:
    matchLabels: {{- include "chartgen.0.1.0.selectorLabels" . | nindent 6 }}
  {{- with $monitor.jobLabel }}
  jobLabel: {{ . | quote }}
  {{- end }}
  {{- with $monitor.podTargetLabels }}
  podTargetLabels: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- if hasKey $monitor "sampleLimit" }}
  sampleLimit: {{ $monitor.sampleLimit | int64 }}
  {{- end }}
  podMetricsEndpoints:
    {{- range $name, $endpoint := $monitor.endpoints }}
    - {{ include "chartgen.0.1.0.scrape" (dict "root" $ "endpoint" $endpoint) | nindent 6 | trim }}
    {{- end }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.priorityClass: one PriorityClass, under its own name, by which pods of all namespaces ask for it.
Takes   a map: root, name, class (value, preemptionPolicy, globalDefault, description).
Yields  one whole document.
*/}}
{{- define "chartgen.0.1.0.priorityClass" -}}
apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata:
  name: {{ .name | quote }}
  labels: {{- include "chartgen.0.1.0.labels" .root | nindent 4 }}
value: {{ .class.value | int64 }}
preemptionPolicy: {{ .class.preemptionPolicy | quote }}
globalDefault: {{ .class.globalDefault }}
{{- with .class.description }}
description: {{ . | quote }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.priorityClasses: who goes first when the cluster is full.
Takes   a root: .Values.priorityClasses, .Chart, .Release.
Yields  a document a class with --- between them.
*/}}
{{- define "chartgen.0.1.0.priorityClasses" -}}
{{- $documents := list }}
{{- range $name, $class := .Values.priorityClasses }}
{{- $documents = append $documents (include "chartgen.0.1.0.priorityClass" (dict "root" $ "name" $name "class" $class)) }}
{{- end }}
{{- join "\n---\n" $documents }}
{{- end }}

{{/*
chartgen.0.1.0.probe: how the kubelet asks the container if it is well.
Takes   a probe of the values, not empty.
Yields  the fields of a probe: the handler, then the numbers that are set.
*/}}
{{- define "chartgen.0.1.0.probe" -}}
{{- include "chartgen.0.1.0.handler" . }}
{{- range $key := list "initialDelaySeconds" "periodSeconds" "timeoutSeconds" "successThreshold" "failureThreshold" "terminationGracePeriodSeconds" }}
{{- if hasKey $ $key }}
{{ $key }}: {{ get $ $key | int64 }}
{{- end }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.prometheusRule: recorded queries and alerts for the Prometheus operator, in one group.
Takes   a root: .Values.prometheusRule, .Component, .Chart, .Release.
Yields  one whole document, nothing while it is off; never a hook, which Helm would delete after the Job it tells of.
*/}}
{{- define "chartgen.0.1.0.prometheusRule" -}}
{{- if (.Values.prometheusRule).enabled -}}
{{- $name := include "chartgen.0.1.0.objectName" (dict "root" . "object" "PrometheusRule" "suffix" "") -}}
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: {{ $name | quote }}
  labels: {{- include "chartgen.0.1.0.monitorLabels" (dict "root" . "own" .Values.prometheusRule.labels) | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" (dict "Values" (omit .Values "hook"))) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  groups:
    - name: {{ $name | quote }}
      {{- with .Values.prometheusRule.interval }}
      interval: {{ . | quote }}
      {{- end }}
      rules:
        {{- range .Values.prometheusRule.recordings }}
        - record: {{ .record | quote }}
          expr: {{ include "chartgen.0.1.0.inRelease" (dict "root" $ "text" .expr) | quote }}
          {{- with .labels }}
          labels: {{- include "chartgen.0.1.0.inRelease" (dict "root" $ "text" (include "chartgen.0.1.0.strings" .)) | nindent 12 }}
          {{- end }}
        {{- end }}
        {{- range $alert, $rule := .Values.prometheusRule.alerts }}
        - alert: {{ $alert | quote }}
          expr: {{ include "chartgen.0.1.0.inRelease" (dict "root" $ "text" .expr) | quote }}
          for: {{ get . "for" | quote }}
          {{- with .keepFiringFor }}
          keep_firing_for: {{ . | quote }}
          {{- end }}
          {{- with .labels }}
          labels: {{- include "chartgen.0.1.0.inRelease" (dict "root" $ "text" (include "chartgen.0.1.0.strings" .)) | nindent 12 }}
          {{- end }}
          {{- with .annotations }}
          annotations: {{- include "chartgen.0.1.0.inRelease" (dict "root" $ "text" (include "chartgen.0.1.0.strings" .)) | nindent 12 }}
          {{- end }}
        {{- end }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.quantity: an amount, as text; --set gives whole numbers as numbers, which are printed without an exponent.
Takes   a text or a number.
Yields  a quoted text.
*/}}
{{- define "chartgen.0.1.0.quantity" -}}
{{- if kindIs "string" . }}
{{- . | quote }}
{{- else }}
{{- . | int64 | toString | quote }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.rbac: what the ServiceAccount may do: a Role in the release's namespace, one in each other namespace that is
named, a ClusterRole, and the bindings of all of them and of roles that exist already.
What lies outside the release's namespace has that in its name, since another release may have the same name there.
Takes   a root: .Values (rbac, serviceAccount), .Component, .Chart, .Release.
Yields  documents with --- between them, nothing where create is false.
*/}}
{{- define "chartgen.0.1.0.rbac" -}}
{{- if (.Values.rbac).create }}
{{- $inside := include "chartgen.0.1.0.objectName" (dict "root" . "object" "Role" "suffix" "") }}
{{- $outside := printf ":%s" .Release.Namespace }}
{{- $across := include "chartgen.0.1.0.objectName" (dict "root" . "object" "ClusterRole" "suffix" $outside) }}
{{- $subjects := list (dict "kind" "ServiceAccount" "name" (include "chartgen.0.1.0.serviceAccountName" .) "namespace" .Release.Namespace) }}
{{- $documents := list }}
{{- with .Values.rbac.rules }}
{{- $documents = append $documents (include "chartgen.0.1.0.grantedRole" (dict "root" $ "prefix" "" "name" $inside "namespace" "" "rules" . "subjects" $subjects)) }}
{{- end }}
{{- range $namespace, $rules := .Values.rbac.otherNamespaces }}
{{- $documents = append $documents (include "chartgen.0.1.0.grantedRole" (dict "root" $ "prefix" "" "name" $across "namespace" $namespace "rules" $rules "subjects" $subjects)) }}
{{- end }}
{{- with .Values.rbac.clusterRules }}
{{- $documents = append $documents (include "chartgen.0.1.0.grantedRole" (dict "root" $ "prefix" "Cluster" "name" $across "namespace" "" "rules" . "subjects" $subjects)) }}
{{- end }}
{{- range .Values.rbac.bindings }}
{{- $suffix := printf "-%s%s" (eq .kind "Role" | ternary "role-" "") .name }}
{{- if or .cluster .namespace }}
{{- $suffix = print $suffix $outside }}
{{- end }}
{{- $name := include "chartgen.0.1.0.objectName" (dict "root" $ "object" (printf "RoleBinding/%s" .name) "suffix" $suffix) }}
{{- $kind := .cluster | ternary "ClusterRoleBinding" "RoleBinding" }}
{{- $documents = append $documents (include "chartgen.0.1.0.roleBinding" (dict "root" $ "kind" $kind "name" $name "namespace" .namespace "roleKind" .kind "role" .name "subjects" $subjects)) }}
{{- end }}
{{- join "\n---\n" $documents }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.reference: a reference to a ConfigMap or Secret, with the object's name where the values say `own`.
Takes   a map: root, ref (of the values: an existing object's name, or own), kind ("ConfigMap" or "Secret"), key (what
        Kubernetes calls the name here: "name" or "secretName").
Yields  the reference's fields.
*/}}
{{- define "chartgen.0.1.0.reference" -}}
{{- $ref := .ref }}
{{- if $ref.own }}
{{- $which := dict "root" .root "name" $ref.own }}
{{- $ref = omit $ref "own" }}
{{- if eq .kind "ConfigMap" }}
{{- $_ := set $ref .key (include "chartgen.0.1.0.ownConfigMapName" $which) }}
{{- else }}
{{- $_ := set $ref .key (include "chartgen.0.1.0.ownSecretName" $which) }}
{{- end }}
{{- end }}
{{- toYaml $ref }}
{{- end }}

{{/*
chartgen.0.1.0.reloader: the annotation by which Stakater's Reloader watches what a workload reads.
Takes   a root: .Values.reloader.
Yields  one annotation, nothing where it is off.
*/}}
{{- define "chartgen.0.1.0.reloader" -}}
{{- if .Values.reloader -}}
reloader.stakater.com/auto: "true"
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.requestAuthentication: one of .Values.requestAuthentications, for Istio.
Takes   a root with .Which, its short name.
Yields  one whole document, nothing where the environment has no such RequestAuthentication.
*/}}
{{- define "chartgen.0.1.0.requestAuthentication" -}}
{{- with get (.Values.requestAuthentications | default dict) .Which -}}
{{- include "chartgen.0.1.0.istioPolicy" (dict "root" $ "kind" "RequestAuthentication" "which" $.Which "policy" .) }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.resourceQuota: how much the pods of one scope may have together.
Takes   a map: root, name, quota (hard, scopes, scopeSelector).
Yields  one whole document.
*/}}
{{- define "chartgen.0.1.0.resourceQuota" -}}
apiVersion: v1
kind: ResourceQuota
metadata:
  name: {{ include "chartgen.0.1.0.objectName" (dict "root" .root "object" (printf "ResourceQuota/%s" .name) "suffix" (printf "-%s" .name)) | quote }}
  namespace: {{ .root.Values.namespace.name | quote }}
  labels: {{- include "chartgen.0.1.0.labels" .root | nindent 4 }}
spec:
  hard:
    {{- range $resource, $most := .quota.hard }}
    {{ $resource }}: {{ include "chartgen.0.1.0.quantity" $most }}
    {{- end }}
  {{- with .quota.scopes }}
  scopes: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .quota.scopeSelector }}
  scopeSelector: {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}

{{/*
chartgen.0.1.0.resourceQuotas: how much all pods of the namespace may have together.
Takes   a root: .Values (namespace, resourceQuotas), .Chart, .Release.
Yields  a document a quota with --- between them.
*/}}
{{- define "chartgen.0.1.0.resourceQuotas" -}}
{{- $documents := list }}
{{- range $name, $quota := .Values.resourceQuotas }}
{{- $documents = append $documents (include "chartgen.0.1.0.resourceQuota" (dict "root" $ "name" $name "quota" $quota)) }}
{{- end }}
{{- join "\n---\n" $documents }}
{{- end }}

{{/*
chartgen.0.1.0.resources: what a container reserves and its limits.
Takes   a map: requests, limits.
Yields  the fields of `resources`, nothing where both are empty.
*/}}
{{- define "chartgen.0.1.0.resources" -}}
{{- $lines := list }}
{{- range $block := list "requests" "limits" }}
{{- with get $ $block }}
{{- $lines = append $lines (printf "%s:" $block) }}
{{- range $resource := concat (list "cpu" "memory") (keys . | sortAlpha) | uniq }}
{{- if hasKey (get $ $block) $resource }}
{{- $quantity := include "chartgen.0.1.0.intOrString" (get (get $ $block) $resource) }}
{{- $lines = append $lines (printf "  %s: %s" (toYaml $resource) $quantity) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- join "\n" $lines }}
{{- end }}

{{/*
chartgen.0.1.0.role: what may be done, in a namespace or in the whole cluster.
Takes   a map: root, kind ("Role" or "ClusterRole"), name, namespace ("" for the release's own, and for a ClusterRole),
        rules (as Kubernetes writes them).
Yields  one whole document.
*/}}
{{- define "chartgen.0.1.0.role" -}}
apiVersion: rbac.authorization.k8s.io/v1
kind: {{ .kind }}
metadata:
  name: {{ .name | quote }}
  {{- with .namespace }}
  namespace: {{ . | quote }}
  {{- end }}
  labels: {{- include "chartgen.0.1.0.labels" .root | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" .root) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
rules: {{- toYaml .rules | nindent 2 }}
{{- end }}

{{/*
chartgen.0.1.0.roleBinding: who has a role. Kubernetes refuses to change the role of a binding, so its name says which it is.
Takes   a map: root, kind ("RoleBinding" or "ClusterRoleBinding"), name, namespace ("" for the release's own, and for a
        ClusterRoleBinding), roleKind, role (its name), subjects (as Kubernetes writes them).
Yields  one whole document.
*/}}
{{- define "chartgen.0.1.0.roleBinding" -}}
apiVersion: rbac.authorization.k8s.io/v1
kind: {{ .kind }}
metadata:
  name: {{ .name | quote }}
  {{- with .namespace }}
  namespace: {{ . | quote }}
  {{- end }}
  labels: {{- include "chartgen.0.1.0.labels" .root | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" .root) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: {{ .roleKind | quote }}
  name: {{ .role | quote }}
subjects: {{- toYaml .subjects | nindent 2 }}
{{- end }}

{{/*
chartgen.0.1.0.routerMiddlewares: middlewares by their names, as an Ingress names them in an annotation.
Takes   a map: root, refs (each with the whole name, or own for one of the chart).
Yields  names with commas between them.
*/}}
{{- define "chartgen.0.1.0.routerMiddlewares" -}}
{{- $names := list }}
{{- range .refs }}
{{- if .own }}
{{- $own := include "chartgen.0.1.0.middlewareName" (dict "root" $.root "own" .own) }}
{{- $names = append $names (printf "%s-%s@kubernetescrd" $.root.Release.Namespace $own) }}
{{- else }}
{{- $names = append $names .name }}
{{- end }}
{{- end }}
{{- join "," $names }}
{{- end }}

{{/*
chartgen.0.1.0.routeRule: what happens to requests that match, in a route of the Gateway API.
Takes   a map: root, route (servicePort), rule (filters, backendRefs; where there are none, they are the servicePort).
Yields  the fields filters and backendRefs.
*/}}
{{- define "chartgen.0.1.0.routeRule" -}}
{{- $root := .root }}
{{- with .rule.filters }}
filters:
  {{- range . }}
  {{- if .requestMirror }}
  - type: RequestMirror
    requestMirror:
      backendRef: {{- include "chartgen.0.1.0.backendRef" (dict "root" $root "backend" .requestMirror.backendRef) | nindent 8 }}
      {{- if hasKey .requestMirror "percent" }}
      percent: {{ .requestMirror.percent | int64 }}
      {{- end }}
  {{- else }}
  - {{ toYaml . | indent 4 | trimPrefix "    " }}
  {{- end }}
  {{- end }}
{{- end }}
{{- if not (hasKey .rule "backendRefs") }}
backendRefs:
  - {{ include "chartgen.0.1.0.backendRef" (dict "root" $root "backend" (dict "port" .route.servicePort "weight" 1)) | indent 4 | trimPrefix "    " }}
{{- else if .rule.backendRefs }}
backendRefs:
  {{- range .rule.backendRefs }}
  - {{ include "chartgen.0.1.0.backendRef" (dict "root" $root "backend" .) | indent 4 | trimPrefix "    " }}
  {{- end }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.runningNames: how the workload's pods and Jobs are called while they run, as patterns for Prometheus.
Kubernetes puts letters without vowels and digits behind a workload's name, which keeps `orders-api` apart from a component
`orders-api-worker`. It cuts a pod's name where the workload's is longer than 46 characters: the pattern then takes
whatever begins alike.
Takes   a root: .Values, .Component, .Chart, .Release.
Yields  a map as YAML: pods, jobs.
*/}}
{{- define "chartgen.0.1.0.runningNames" -}}
{{- $kind := include "chartgen.0.1.0.kind" . }}
{{- $name := include "chartgen.0.1.0.objectName" (dict "root" . "object" $kind "suffix" "") }}
{{- $begin := trunc 46 $name | replace "." "[.]" }}
{{- $letters := "[bcdfghjklmnpqrstvwxz2456789]" }}
{{- $jobs := get (dict "Job" "(-[0-9a-f]{6})?" "CronJob" "-[0-9]+") $kind }}
{{- $ends := dict "Deployment" (printf "-%s{6,10}-%s{5}" $letters $letters) "StatefulSet" "-[0-9]+" "DaemonSet" (printf "-%s{5}" $letters) }}
{{- $end := get $ends $kind | default (printf "%s(-[0-9]+)?-%s{5}" $jobs $letters) }}
{{- if gt (len $name) 46 }}
{{- $end = ".+" }}
{{- end -}}
pods: {{ print $begin $end | quote }}
jobs: {{ print ($name | replace "." "[.]") $jobs | quote }}
{{- end }}

{{/*
chartgen.0.1.0.scaledJob: the workload, as Jobs that KEDA starts by events.
Takes   a root: .Values (scaledJob, and the workload's), .Component, .Chart, .Release.
Yields  one whole document, nothing where the environment has a Job.
*/}}
{{- define "chartgen.0.1.0.scaledJob" -}}
{{- with .Values.scaledJob -}}
{{- $own := dict }}
{{- if .paused }}
{{- $_ := set $own "autoscaling.keda.sh/paused" "true" }}
{{- end -}}
apiVersion: keda.sh/v1alpha1
kind: ScaledJob
metadata:
  name: {{ include "chartgen.0.1.0.objectName" (dict "root" $ "object" "ScaledJob" "suffix" "") | quote }}
  labels: {{- include "chartgen.0.1.0.labels" $ | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" $ "own" $own) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  jobTargetRef: {{- include "chartgen.0.1.0.jobSpec" $ | nindent 4 }}
  minReplicaCount: {{ .minReplicaCount | int64 }}
  maxReplicaCount: {{ .maxReplicaCount | int64 }}
  pollingInterval: {{ .pollingInterval | int64 }}
  successfulJobsHistoryLimit: {{ .successfulJobsHistoryLimit | int64 }}
  failedJobsHistoryLimit: {{ .failedJobsHistoryLimit | int64 }}
  rollout:
    strategy: {{ .rollout.strategy | quote }}
    propagationPolicy: {{ .rollout.propagationPolicy | quote }}
  scalingStrategy:
    strategy: {{ .scalingStrategy.strategy | quote }}
    multipleScalersCalculation: {{ .scalingStrategy.multipleScalersCalculation | quote }}
    {{- if hasKey .scalingStrategy "customScalingQueueLengthDeduction" }}
    customScalingQueueLengthDeduction: {{ .scalingStrategy.customScalingQueueLengthDeduction | int64 }}
    {{- end }}
    {{- with .scalingStrategy.customScalingRunningJobPercentage }}
    customScalingRunningJobPercentage: {{ . | quote }}
    {{- end }}
  triggers: {{- include "chartgen.0.1.0.triggers" $ | trim | nindent 4 }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.scaledObject: copies by events, for KEDA.
Takes   a root: .Values.keda, .Component, .Chart, .Release.
Yields  one whole document, nothing while it is off.
*/}}
{{- define "chartgen.0.1.0.scaledObject" -}}
{{- if (.Values.keda).enabled -}}
{{- $own := dict }}
{{- if .Values.keda.paused }}
{{- $_ := set $own "autoscaling.keda.sh/paused" "true" }}
{{- end }}
{{- if hasKey .Values.keda "pausedReplicas" }}
{{- $_ := set $own "autoscaling.keda.sh/paused-replicas" (.Values.keda.pausedReplicas | int64 | toString) }}
{{- end -}}
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata:
  name: {{ include "chartgen.0.1.0.objectName" (dict "root" . "object" "ScaledObject" "suffix" "") | quote }}
  labels: {{- include "chartgen.0.1.0.labels" . | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" . "own" $own) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  scaleTargetRef: {{- include "chartgen.0.1.0.scaleTarget" . | nindent 4 }}
  minReplicaCount: {{ .Values.keda.minReplicaCount | int64 }}
  maxReplicaCount: {{ .Values.keda.maxReplicaCount | int64 }}
  {{- if hasKey .Values.keda "idleReplicaCount" }}
  idleReplicaCount: {{ .Values.keda.idleReplicaCount | int64 }}
  {{- end }}
  pollingInterval: {{ .Values.keda.pollingInterval | int64 }}
  cooldownPeriod: {{ .Values.keda.cooldownPeriod | int64 }}
  initialCooldownPeriod: {{ .Values.keda.initialCooldownPeriod | int64 }}
  {{- with .Values.keda.fallback }}
  fallback:
    failureThreshold: {{ .failureThreshold | int64 }}
    replicas: {{ .replicas | int64 }}
    behavior: {{ .behavior | quote }}
  {{- end }}
  advanced:
    restoreToOriginalReplicaCount: {{ .Values.keda.restoreToOriginalReplicaCount }}
    horizontalPodAutoscalerConfig:
      behavior:
        scaleUp: {{- include "chartgen.0.1.0.scalingRules" .Values.keda.behavior.scaleUp | nindent 10 }}
        scaleDown: {{- include "chartgen.0.1.0.scalingRules" .Values.keda.behavior.scaleDown | nindent 10 }}
  triggers: {{- include "chartgen.0.1.0.triggers" . | trim | nindent 4 }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.scaleTarget: what an autoscaler scales.
Takes   a root: .Values (the sections that only one kind has).
Yields  apiVersion, kind and name.
*/}}
{{- define "chartgen.0.1.0.scaleTarget" -}}
apiVersion: apps/v1
{{- $kind := "Deployment" }}
{{- if hasKey .Values "podManagementPolicy" }}
{{- $kind = "StatefulSet" }}
{{- else if hasKey .Values "updateStrategy" }}
{{- $kind = "DaemonSet" }}
{{- end }}
kind: {{ $kind }}
name: {{ include "chartgen.0.1.0.objectName" (dict "root" . "object" $kind "suffix" "") | quote }}
{{- end }}

{{/*
chartgen.0.1.0.scalingRules: how fast an autoscaler changes the number of copies in one direction.
Takes   scaleUp or scaleDown of .Values.autoscaling.behavior.
Yields  its fields.
*/}}
{{- define "chartgen.0.1.0.scalingRules" -}}
stabilizationWindowSeconds: {{ .stabilizationWindowSeconds | int64 }}
selectPolicy: {{ .selectPolicy | quote }}
policies:
  {{- range .policies }}
  - type: {{ .type | quote }}
    value: {{ .value | int64 }}
    periodSeconds: {{ .periodSeconds | int64 }}
  {{- end }}
{{- end }}

{{/*
chartgen.0.1.0.scrape: a page of metrics, as ServiceMonitor and PodMonitor write it.
Takes   a map: root, endpoint (an entry of endpoints), relabelings (those that come first; may be left out).
Yields  the fields of the endpoint.
*/}}
{{- define "chartgen.0.1.0.scrape" -}}
port: {{ .endpoint.port | quote }}
path: {{ .endpoint.path | quote }}
scheme: {{ .endpoint.scheme | quote }}
{{- with .endpoint.interval }}
interval: {{ . | quote }}
{{- end }}
{{- with .endpoint.scrapeTimeout }}
scrapeTimeout: {{ . | quote }}
{{- end }}
honorLabels: {{ .endpoint.honorLabels }}
{{- with .endpoint.tlsConfig }}
tlsConfig:
  {{- with .serverName }}
  serverName: {{ . | quote }}
  {{- end }}
  insecureSkipVerify: {{ .insecureSkipVerify }}
  {{- range $key := list "ca" "cert" }}
  {{- with get $.endpoint.tlsConfig $key }}
  {{ $key }}:
    secret: {{- include "chartgen.0.1.0.reference" (dict "root" $.root "ref" . "kind" "Secret" "key" "name") | nindent 6 }}
  {{- end }}
  {{- end }}
  {{- with .keySecret }}
  keySecret: {{- include "chartgen.0.1.0.reference" (dict "root" $.root "ref" . "kind" "Secret" "key" "name") | nindent 4 }}
  {{- end }}
{{- end }}
{{- with .endpoint.basicAuth }}
basicAuth:
  username: {{- include "chartgen.0.1.0.reference" (dict "root" $.root "ref" .username "kind" "Secret" "key" "name") | nindent 4 }}
  password: {{- include "chartgen.0.1.0.reference" (dict "root" $.root "ref" .password "kind" "Secret" "key" "name") | nindent 4 }}
{{- end }}
{{- with .endpoint.params }}
params: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .endpoint.authorization }}
{{- $ref := dict "root" $.root "ref" .credentials "kind" "Secret" "key" "name" }}
authorization:
  type: {{ .type | quote }}
  credentials: {{- include "chartgen.0.1.0.reference" $ref | nindent 4 }}
{{- end }}
{{- with concat (.relabelings | default list) .endpoint.relabelings }}
relabelings: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .endpoint.metricRelabelings }}
metricRelabelings: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.sealedSecret: one of .Values.sealedSecrets, for the Sealed Secrets controller, which makes a Secret of its name.
Takes   a root with .Which, its short name; .Values.hook where a hook reads it.
Yields  one whole document, nothing where the environment has no such secret.
*/}}
{{- define "chartgen.0.1.0.sealedSecret" -}}
{{- with get ((.Main | default .).Values.sealedSecrets | default dict) .Which -}}
{{- $own := dict }}
{{- if ne .scope "strict" }}
{{- $_ := set $own (printf "sealedsecrets.bitnami.com/%s" .scope) "true" }}
{{- end -}}
apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata:
  name: {{ include "chartgen.0.1.0.ownSecretName" (dict "root" $ "name" $.Which) | quote }}
  labels: {{- include "chartgen.0.1.0.labels" $ | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" $ "own" $own) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec: {{- include "chartgen.0.1.0.sealedSecretSpec" (dict "root" $ "name" $.Which) | nindent 2 }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.sealedSecretSpec: a Secret as ciphertext.
Takes   a map: root, name (in .Values.sealedSecrets).
Yields  the fields of `spec`.
*/}}
{{- define "chartgen.0.1.0.sealedSecretSpec" -}}
{{- $secret := get (.root.Main | default .root).Values.sealedSecrets .name -}}
encryptedData: {{- include "chartgen.0.1.0.strings" $secret.encryptedData | nindent 2 }}
template:
  type: {{ $secret.template.type | quote }}
  {{- if $secret.template.immutable }}
  immutable: true
  {{- end }}
  {{- with include "chartgen.0.1.0.secretMetadata" $secret.template }}
  metadata: {{- . | nindent 4 }}
  {{- end }}
{{- end }}

{{/*
chartgen.0.1.0.secretMetadata: labels and annotations of a Secret that an operator makes.
Takes   a map: labels, annotations.
Yields  the fields of `metadata`, nothing where both are empty.
*/}}
{{- define "chartgen.0.1.0.secretMetadata" -}}
{{- $blocks := list }}
{{- range $field := list "labels" "annotations" }}
{{- with get $ $field }}
{{- $blocks = append $blocks (printf "%s:%s" $field (include "chartgen.0.1.0.strings" . | nindent 2)) }}
{{- end }}
{{- end }}
{{- join "\n" $blocks }}
{{- end }}

{{/*
chartgen.0.1.0.secretProviderClass: what the Secrets Store CSI driver fetches from an outside store.
Takes   a root with .Which, the volume's name; .Values.secretProviders, .Component, .Chart, .Release.
Yields  one whole document, nothing where the environment has no such volume.
*/}}
{{- define "chartgen.0.1.0.secretProviderClass" -}}
{{- with get (.Values.secretProviders | default dict) .Which -}}
apiVersion: secrets-store.csi.x-k8s.io/v1
kind: SecretProviderClass
metadata:
  name: {{ include "chartgen.0.1.0.secretProviderName" (dict "root" $ "name" $.Which) | quote }}
  labels: {{- include "chartgen.0.1.0.labels" $ | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" $) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  provider: {{ .provider | quote }}
  {{- with .parameters }}
  parameters: {{- include "chartgen.0.1.0.strings" . | nindent 4 }}
  {{- end }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.secretProviderName: a SecretProviderClass of the chart's own, <fullname>-<volume>.
Takes   a map: root, name (the volume's).
Yields  a name.
*/}}
{{- define "chartgen.0.1.0.secretProviderName" -}}
{{- $object := printf "SecretProviderClass/%s" .name }}
{{- include "chartgen.0.1.0.objectName" (dict "root" .root "object" $object "suffix" (printf "-%s" .name)) }}
{{- end }}

{{/*
chartgen.0.1.0.secretSpec: what makes a Secret of the chart, whichever operator does.
Takes   a map: root, name.
Yields  the fields of `spec` of its ExternalSecret or SealedSecret.
*/}}
{{- define "chartgen.0.1.0.secretSpec" -}}
{{- if hasKey ((.root.Main | default .root).Values.sealedSecrets | default dict) .name }}
{{- include "chartgen.0.1.0.sealedSecretSpec" . }}
{{- else }}
{{- include "chartgen.0.1.0.externalSecretSpec" . }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.selectorLabels: the labels by which workload, Service, budget, policy and spread find the pods.
They never change while a release lives: Kubernetes refuses another selector on a workload.
Takes   a root: .Values.identity, .Component, .Chart, .Release.
Yields  lines; .Values.identity.selector where it is stated.
*/}}
{{- define "chartgen.0.1.0.selectorLabels" -}}
{{- with ((.Values.identity).selector) }}
{{- include "chartgen.0.1.0.strings" . }}
{{- else -}}
app.kubernetes.io/name: {{ .Chart.Name | quote }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
app.kubernetes.io/component: {{ .Component | default "main" | quote }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.service: the Service in front of the pods.
Takes   a root: .Values.service, .Component, .Chart, .Release.
Yields  one whole document, nothing where there is no service.
*/}}
{{- define "chartgen.0.1.0.service" -}}
{{- with .Values.service }}
{{- include "chartgen.0.1.0.oneService" (dict "root" $ "service" . "name" (include "chartgen.0.1.0.serviceName" $)) }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.serviceAccount: who the pods are to the API server.
Takes   a root: .Values.serviceAccount, .Component, .Chart, .Release.
Yields  one whole document, nothing where create is false.
*/}}
{{- define "chartgen.0.1.0.serviceAccount" -}}
{{- if .Values.serviceAccount.create -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ include "chartgen.0.1.0.serviceAccountName" . | quote }}
  labels: {{- include "chartgen.0.1.0.labels" . | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" . "own" .Values.serviceAccount.annotations) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
automountServiceAccountToken: {{ .Values.serviceAccount.automount }}
{{- with .Values.serviceAccount.imagePullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ .name | quote }}
  {{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.serviceAccountName: the ServiceAccount that the pods run as; a component has the main workload's where it says
nothing else.
Takes   a root: .Values.serviceAccount.
Yields  its stated name, else <fullname> where the chart makes it, else default.
*/}}
{{- define "chartgen.0.1.0.serviceAccountName" -}}
{{- if and .Main (not (hasKey .Own "serviceAccount")) }}
{{- include "chartgen.0.1.0.serviceAccountName" .Main }}
{{- else if .Values.serviceAccount.name }}
{{- .Values.serviceAccount.name }}
{{- else if .Values.serviceAccount.create }}
{{- include "chartgen.0.1.0.objectName" (dict "root" . "object" "ServiceAccount" "suffix" "") }}
{{- else }}
{{- print "default" }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.serviceMonitor: what the Prometheus operator scrapes, by way of the Service.
The labels of a Service are those of every Service of the workload, a headless one among them: the first relabeling
keeps the one that is meant, or each pod would be scraped twice.
Takes   a root: .Values.serviceMonitor, .Component, .Chart, .Release.
Yields  one whole document, nothing while it is off.
*/}}
{{- define "chartgen.0.1.0.serviceMonitor" -}}
{{- if (.Values.serviceMonitor).enabled -}}
{{- $monitor := .Values.serviceMonitor -}}
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: {{ include "chartgen.0.1.0.objectName" (dict "root" . "object" "ServiceMonitor" "suffix" "") | quote }}
  {{- with $monitor.namespace }}
  namespace: {{ . | quote }}
  {{- end }}
  labels: {{- include "chartgen.0.1.0.monitorLabels" (dict "root" . "own" $monitor.labels) | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" .) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  {{- if $monitor.namespace }}
  namespaceSelector:
    matchNames:
      - {{ .Release.Namespace | quote }}
  {{- end }}
  selector:
    matchLabels:
      app.kubernetes.io/name: {{ .Chart.Name | quote }}
      app.kubernetes.io/instance: {{ .Release.Name | quote }}
      app.kubernetes.io/component: {{ .Component | default "main" | quote }}
  {{- with $monitor.jobLabel }}
  jobLabel: {{ . | quote }}
  {{- end }}
  {{- with $monitor.targetLabels }}
  targetLabels: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $monitor.podTargetLabels }}
  podTargetLabels: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- if hasKey $monitor "sampleLimit" }}
  sampleLimit: {{ $monitor.sampleLimit | int64 }}
  {{- end }}
  endpoints:
    {{- $source := list "__meta_kubernetes_service_name" }}
    {{- $one := dict "action" "keep" "sourceLabels" $source "regex" (include "chartgen.0.1.0.serviceName" .) }}
    {{- range $name, $endpoint := $monitor.endpoints }}
    - {{ include "chartgen.0.1.0.scrape" (dict "root" $ "endpoint" $endpoint "relabelings" (list $one)) | nindent 6 | trim }}
    {{- end }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.serviceName: the Service, which routes and the connection test name too.
Takes   a root.
Yields  a name.
*/}}
{{- define "chartgen.0.1.0.serviceName" -}}
{{- include "chartgen.0.1.0.objectName" (dict "root" . "object" "Service" "suffix" "") }}
{{- end }}

{{/*
chartgen.0.1.0.statefulSet: the workload, as copies with a name, an order and a disk each.
Takes   a root: .Values (the workload's), .Component, .Chart, .Release.
Yields  one whole document; no replicas while the autoscaler owns them.
*/}}
{{- define "chartgen.0.1.0.statefulSet" -}}
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: {{ include "chartgen.0.1.0.objectName" (dict "root" . "object" "StatefulSet" "suffix" "") | quote }}
  labels: {{- include "chartgen.0.1.0.labels" . | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" . "own" (include "chartgen.0.1.0.reloader" . | fromYaml)) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  {{- if not (or (.Values.autoscaling).enabled (.Values.keda).enabled) }}
  replicas: {{ .Values.replicaCount | int64 }}
  {{- end }}
  serviceName: {{ include "chartgen.0.1.0.headlessServiceName" . | quote }}
  podManagementPolicy: {{ .Values.podManagementPolicy | quote }}
  {{- with .Values.ordinals }}
  ordinals:
    start: {{ .start | int64 }}
  {{- end }}
  revisionHistoryLimit: {{ .Values.revisionHistoryLimit | int64 }}
  {{- if hasKey .Values "minReadySeconds" }}
  minReadySeconds: {{ .Values.minReadySeconds | int64 }}
  {{- end }}
  updateStrategy: {{- include "chartgen.0.1.0.updateStrategy" .Values.updateStrategy | nindent 4 }}
  selector:
    matchLabels: {{- include "chartgen.0.1.0.selectorLabels" . | nindent 6 }}
  template: {{- include "chartgen.0.1.0.pod" . | nindent 4 }}
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
        labels: {{- include "chartgen.0.1.0.strings" . | nindent 10 }}
        {{- end }}
        {{- with $claim.annotations }}
        annotations: {{- include "chartgen.0.1.0.strings" . | nindent 10 }}
        {{- end }}
      spec: {{- include "chartgen.0.1.0.claimSpec" $claim | nindent 8 }}
    {{- end }}
  {{- end }}
{{- end }}

{{/*
chartgen.0.1.0.strings: a map of texts, a line a key; keys such as `on` or `010` are quoted, values always.
Takes   a map of strings.
Yields  lines in the order of the keys, nothing for an empty map.
*/}}
{{- define "chartgen.0.1.0.strings" -}}
{{- $lines := list }}
{{- range $key, $value := . }}
{{- $lines = append $lines (printf "%s: %s" (toYaml $key) ($value | quote)) }}
{{- end }}
{{- join "\n" $lines }}
{{- end }}

{{/*
chartgen.0.1.0.testJob: a Job that `helm test` runs, with no rights at all.
Takes   a map: root, name, timeoutSeconds, container (name, image, command, request and limit of memory; env and tmp may
        be left out).
Yields  one whole document.
*/}}
{{- define "chartgen.0.1.0.testJob" -}}
{{- $hook := dict "helm.sh/hook" "test" "helm.sh/hook-delete-policy" "before-hook-creation,hook-succeeded" -}}
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ .name | quote }}
  labels: {{- include "chartgen.0.1.0.labels" (dict "Values" .root.Values "Component" "test" "Chart" .root.Chart "Release" .root.Release) | nindent 4 }}
  annotations: {{- include "chartgen.0.1.0.annotations" (dict "root" (dict "Values" (omit .root.Values "hook")) "own" $hook) | nindent 4 }}
spec:
  activeDeadlineSeconds: {{ .timeoutSeconds | int64 }}
  backoffLimit: 3
  template:
    metadata:
      labels: {{- include "chartgen.0.1.0.testLabels" .root | nindent 8 }}
    spec:
      restartPolicy: Never
      automountServiceAccountToken: false
      {{- with .root.Values.imagePullSecrets }}
      imagePullSecrets:
        {{- range . }}
        - name: {{ .name | quote }}
        {{- end }}
      {{- end }}
      enableServiceLinks: false
      securityContext:
        runAsNonRoot: true
        runAsUser: 10001
        runAsGroup: 10001
        seccompProfile:
          type: RuntimeDefault
      {{- if .container.tmp }}
      volumes:
        - name: tmp
          emptyDir:
            sizeLimit: 64Mi
      {{- end }}
      containers:
        - name: {{ .container.name | quote }}
          image: {{ .container.image | quote }}
          imagePullPolicy: IfNotPresent
          command:
            {{- range .container.command }}
            - {{ . | quote }}
            {{- end }}
          {{- with .container.env }}
          env: {{- include "chartgen.0.1.0.env" (dict "root" $.root "env" .) | nindent 12 }}
          {{- end }}
          {{- if .container.tmp }}
          volumeMounts:
            - name: tmp
              mountPath: /tmp
          {{- end }}
          resources:
            requests:
              cpu: 10m
              memory: {{ .container.request | quote }}
            limits:
              memory: {{ .container.limit | quote }}
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop:
                - ALL
{{- end }}

{{/*
chartgen.0.1.0.testLabels: the labels of the pods that `helm test` runs, by which the network policy lets them in.
No selector of the workload matches them: name and instance are left out beside a selector that was taken over.
Takes   a root: .Values.identity, .Chart, .Release.
Yields  lines.
*/}}
{{- define "chartgen.0.1.0.testLabels" -}}
{{- if not ((.Values.identity).selector) -}}
app.kubernetes.io/name: {{ .Chart.Name | quote }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{ end -}}
app.kubernetes.io/component: "test"
{{- end }}

{{/*
chartgen.0.1.0.topologySpread: the copies of one version, evenly over the zones and other parts of the cluster.
Takes   a root: .Values.spread (zones, constraints), and what chartgen.0.1.0.selectorLabels takes.
Yields  a list of constraints, nothing where there are none.
*/}}
{{- define "chartgen.0.1.0.topologySpread" -}}
{{- $constraints := list }}
{{- with (.Values.spread).zones }}
{{- $mode := eq . "hard" | ternary "DoNotSchedule" "ScheduleAnyway" }}
{{- $constraints = append $constraints (dict "topologyKey" "topology.kubernetes.io/zone" "maxSkew" 1 "whenUnsatisfiable" $mode) }}
{{- end }}
{{- range $constraint := concat $constraints ((.Values.spread).constraints | default list) }}
- maxSkew: {{ .maxSkew | int64 }}
  topologyKey: {{ .topologyKey | quote }}
  whenUnsatisfiable: {{ .whenUnsatisfiable | quote }}
  {{- if hasKey . "minDomains" }}
  minDomains: {{ .minDomains | int64 }}
  {{- end }}
  {{- range $key := list "nodeAffinityPolicy" "nodeTaintsPolicy" }}
  {{- with get $constraint $key }}
  {{ $key }}: {{ . | quote }}
  {{- end }}
  {{- end }}
  labelSelector:
    matchLabels: {{- include "chartgen.0.1.0.selectorLabels" $ | nindent 6 }}
  {{- if $.Values.strategy }}
  matchLabelKeys:
    - pod-template-hash
  {{- end }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.traefikBackend: who answers, for Traefik.
Takes   a map: root, backend (component, service or traefikService, port and further fields).
Yields  the fields of a service of Traefik's own kinds.
*/}}
{{- define "chartgen.0.1.0.traefikBackend" -}}
{{- if .backend.traefikService -}}
kind: TraefikService
name: {{ .backend.traefikService | quote }}
{{- else -}}
kind: Service
name: {{ include "chartgen.0.1.0.backendName" . | quote }}
port: {{ include "chartgen.0.1.0.backendPort" . }}
{{- end }}
{{- with omit .backend "component" "service" "traefikService" "port" }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.traefikMiddleware: one of .Values.traefikMiddlewares, for Traefik.
Takes   a root with .Which, its short name.
Yields  one whole document, nothing where the environment has no such Middleware.
*/}}
{{- define "chartgen.0.1.0.traefikMiddleware" -}}
{{- with get (.Values.traefikMiddlewares | default dict) .Which -}}
apiVersion: traefik.io/v1alpha1
kind: Middleware
metadata:
  name: {{ include "chartgen.0.1.0.middlewareName" (dict "root" $ "own" $.Which) | quote }}
  labels: {{- include "chartgen.0.1.0.labels" $ | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" $) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  {{- if .chain }}
  chain:
    middlewares: {{- include "chartgen.0.1.0.middlewareRefs" (dict "root" $ "refs" .chain.middlewares) | trim | nindent 6 }}
  {{- else if .errors }}
  errors:
    {{- omit .errors "service" | toYaml | nindent 4 }}
    service: {{- include "chartgen.0.1.0.traefikBackend" (dict "root" $ "backend" .errors.service) | nindent 6 }}
  {{- else }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.triggerAuthentication: how KEDA logs in where it looks.
Takes   a root with .Which, its short name in the authentications of .Values.scaledJob, else .Values.keda; .Component,
        .Chart, .Release.
Yields  one whole document, nothing where the environment has no such authentication, or doesn't scale by events.
*/}}
{{- define "chartgen.0.1.0.triggerAuthentication" -}}
{{- $events := .Values.scaledJob | default .Values.keda | default dict }}
{{- if and (or .Values.scaledJob $events.enabled) (hasKey ($events.authentications | default dict) .Which) -}}
apiVersion: keda.sh/v1alpha1
kind: TriggerAuthentication
metadata:
  name: {{ include "chartgen.0.1.0.objectName" (dict "root" . "object" (printf "TriggerAuthentication/%s" .Which) "suffix" (printf "-%s" .Which)) | quote }}
  labels: {{- include "chartgen.0.1.0.labels" . | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" .) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec: {{- get $events.authentications .Which | toYaml | nindent 2 }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.triggers: what KEDA looks at.
Takes   a root: .Values (scaledJob, else keda), and what chartgen.0.1.0.objectName takes.
Yields  a list.
*/}}
{{- define "chartgen.0.1.0.triggers" -}}
{{- range $name, $trigger := (.Values.scaledJob | default .Values.keda).triggers }}
- name: {{ $name | quote }}
  type: {{ .type | quote }}
  {{- with .metricType }}
  metricType: {{ . | quote }}
  {{- end }}
  useCachedMetrics: {{ .useCachedMetrics }}
  metadata: {{- include "chartgen.0.1.0.strings" .metadata | nindent 4 }}
  {{- if .authentication }}
  authenticationRef:
    name: {{ include "chartgen.0.1.0.objectName" (dict "root" $ "object" (printf "TriggerAuthentication/%s" .authentication) "suffix" (printf "-%s" .authentication)) | quote }}
    kind: TriggerAuthentication
  {{- else if .authenticationRef }}
  authenticationRef:
    name: {{ .authenticationRef.name | quote }}
    kind: {{ .authenticationRef.kind | quote }}
  {{- end }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.updateStrategy: how the pods of a StatefulSet or DaemonSet are replaced.
Takes   .Values.updateStrategy.
Yields  its fields.
*/}}
{{- define "chartgen.0.1.0.updateStrategy" -}}
type: {{ .type | quote }}
{{- with .rollingUpdate }}
rollingUpdate:
  {{- range $key, $value := . }}
  {{ $key }}: {{ include "chartgen.0.1.0.intOrString" $value }}
  {{- end }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.urls: where the service is reached from outside, each address once.
Takes   a root: .Values (ingress, httpRoute, grpcRoute and the further ones of each).
Yields  an address a line, nothing where no route is switched on or names a host.
*/}}
{{- define "chartgen.0.1.0.urls" -}}
{{- $found := list }}
{{- $ingresses := list .Values.ingress }}
{{- range .Values.extraIngresses }}
{{- $ingresses = append $ingresses . }}
{{- end }}
{{- range $ingress := $ingresses }}
{{- range ternary ($ingress).hosts list (($ingress).enabled | default false) }}
{{- if .host }}
{{- $found = append $found (printf "%s://%s%s" (ternary "https" "http" (not (empty $ingress.tls))) .host (first .paths).path) }}
{{- end }}
{{- end }}
{{- end }}
{{- $routes := list .Values.httpRoute .Values.grpcRoute }}
{{- range .Values.extraHttpRoutes }}
{{- $routes = append $routes . }}
{{- end }}
{{- range .Values.extraGrpcRoutes }}
{{- $routes = append $routes . }}
{{- end }}
{{- range $route := $routes }}
{{- range ternary ($route).hostnames list (($route).enabled | default false) }}
{{- $found = append $found (printf "https://%s" .) }}
{{- end }}
{{- end }}
{{- join "\n" (uniq $found) }}
{{- end }}

{{/*
chartgen.0.1.0.valueFrom: where a variable's value comes from.
Takes   a map: root, source (a valueFrom of the values).
Yields  its one field.
*/}}
{{- define "chartgen.0.1.0.valueFrom" -}}
{{- if .source.configMapKeyRef -}}
{{- $ref := dict "root" .root "ref" .source.configMapKeyRef "kind" "ConfigMap" "key" "name" -}}
configMapKeyRef: {{- include "chartgen.0.1.0.reference" $ref | nindent 2 }}
{{- else if .source.secretKeyRef -}}
{{- $ref := dict "root" .root "ref" .source.secretKeyRef "kind" "Secret" "key" "name" -}}
secretKeyRef: {{- include "chartgen.0.1.0.reference" $ref | nindent 2 }}
{{- else }}
{{- toYaml .source }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.verticalPodAutoscaler: what containers should request, by what they use.
Takes   a root: .Values.vpa, .Component, .Chart, .Release.
Yields  one whole document, nothing while it is off.
*/}}
{{- define "chartgen.0.1.0.verticalPodAutoscaler" -}}
{{- if (.Values.vpa).enabled -}}
apiVersion: autoscaling.k8s.io/v1
kind: VerticalPodAutoscaler
metadata:
  name: {{ include "chartgen.0.1.0.objectName" (dict "root" . "object" "VerticalPodAutoscaler" "suffix" "") | quote }}
  labels: {{- include "chartgen.0.1.0.labels" . | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" .) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  targetRef: {{- include "chartgen.0.1.0.scaleTarget" . | nindent 4 }}
  updatePolicy:
    updateMode: {{ .Values.vpa.updateMode | quote }}
    {{- if hasKey .Values.vpa "minReplicas" }}
    minReplicas: {{ .Values.vpa.minReplicas | int64 }}
    {{- end }}
  resourcePolicy:
    containerPolicies: {{- toYaml .Values.vpa.containerPolicies | nindent 6 }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.virtualService: one of .Values.virtualServices, for Istio.
Takes   a root with .Which, its short name.
Yields  one whole document, nothing where the environment has no such VirtualService.
*/}}
{{- define "chartgen.0.1.0.virtualService" -}}
{{- with get (.Values.virtualServices | default dict) .Which -}}
{{- $object := dict "root" $ "object" (printf "VirtualService/%s" $.Which) "suffix" (printf "-%s" $.Which) -}}
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: {{ include "chartgen.0.1.0.objectName" $object | quote }}
  labels: {{- include "chartgen.0.1.0.labels" $ | nindent 4 }}
  {{- with include "chartgen.0.1.0.annotations" (dict "root" $) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  hosts: {{- toYaml .hosts | nindent 4 }}
  {{- with .gateways }}
  gateways: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .exportTo }}
  exportTo: {{- toYaml . | nindent 4 }}
  {{- end }}
  http:
    {{- range .http }}
    - {{ include "chartgen.0.1.0.istioHttp" (dict "root" $ "http" .) | trim | indent 6 | trimPrefix "      " }}
    {{- end }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.volumeSource: what a volume is made of.
Takes   a map: root, volume (of the values).
Yields  its one field beside the name.
*/}}
{{- define "chartgen.0.1.0.volumeSource" -}}
{{- if .volume.configMap -}}
{{- $ref := dict "root" .root "ref" .volume.configMap "kind" "ConfigMap" "key" "name" -}}
configMap: {{- include "chartgen.0.1.0.reference" $ref | nindent 2 }}
{{- else if .volume.secret -}}
{{- $ref := dict "root" .root "ref" .volume.secret "kind" "Secret" "key" "secretName" -}}
secret: {{- include "chartgen.0.1.0.reference" $ref | nindent 2 }}
{{- else if .volume.projected -}}
{{- $sources := list }}
{{- range $source := .volume.projected.sources }}
{{- $named := omit $source "configMap" "secret" }}
{{- range $field, $kind := dict "configMap" "ConfigMap" "secret" "Secret" }}
{{- with get $source $field }}
{{- $ref := include "chartgen.0.1.0.reference" (dict "root" $.root "ref" . "kind" $kind "key" "name") }}
{{- $_ := set $named $field (fromYaml $ref) }}
{{- end }}
{{- end }}
{{- $sources = append $sources $named }}
{{- end -}}
projected: {{- set (omit .volume.projected "sources") "sources" $sources | toYaml | nindent 2 }}
{{- else if (.volume.persistentVolumeClaim).own -}}
persistentVolumeClaim:
  claimName: {{ include "chartgen.0.1.0.claimName" (dict "root" .root "name" .volume.name) | quote }}
{{- else if (.volume.csi).own -}}
csi:
  driver: {{ .volume.csi.driver | quote }}
  readOnly: true
  volumeAttributes:
    secretProviderClass: {{ include "chartgen.0.1.0.secretProviderName" (dict "root" .root "name" .volume.name) | quote }}
{{- else }}
{{- omit .volume "name" | toYaml }}
{{- end }}
{{- end }}

{{/*
chartgen.0.1.0.workloadName: the main workload as kubectl names it.
Takes   a root: .Values (the sections that only one kind has).
Yields  <kind>/<name>.
*/}}
{{- define "chartgen.0.1.0.workloadName" -}}
{{- $kind := "DaemonSet" }}
{{- if .Values.strategy }}
{{- $kind = "Deployment" }}
{{- else if .Values.podManagementPolicy }}
{{- $kind = "StatefulSet" }}
{{- end }}
{{- printf "%s/%s" (lower $kind) (include "chartgen.0.1.0.objectName" (dict "root" . "object" $kind "suffix" "")) }}
{{- end }}
