{{/*
chartgen.oneService: a Service.
Takes   a map: root, service (.Values.service or one of .Values.services), name.
Yields  one whole document.
*/}}
{{- define "chartgen.oneService" -}}
{{- $own := .service -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ .name | quote }}
  labels: {{- include "chartgen.labels" .root | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" .root "own" $own.annotations) }}
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
  selector: {{- include "chartgen.selectorLabels" .root | nindent 4 }}
  {{- end }}
  {{- with $own.ports }}
  ports:
    {{- range $name, $port := . }}
    - name: {{ $name | quote }}
      port: {{ $port.port | int64 }}
      targetPort: {{ include "chartgen.intOrString" $port.targetPort }}
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
