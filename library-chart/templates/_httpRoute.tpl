{{/*
chartgen.httpRoute: hosts and paths that lead to the Service, as one HTTPRoute of the Gateway API.
Takes   a root: .Values (httpRoute; extraHttpRoutes.<.Route> where .Route is set), .Component, .Chart, .Release.
Yields  one whole document with the CRD's defaults written out, nothing while the route is off.
*/}}
{{- define "chartgen.httpRoute" -}}
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
  name: {{ include "chartgen.objectName" (dict "root" . "object" $object "suffix" $suffix) | quote }}
  labels: {{- include "chartgen.labels" . | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" . "own" $route.annotations) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  parentRefs:
    {{- range $route.parentRefs }}
    - group: {{ .group | quote }}
      kind: {{ .kind | quote }}
      {{- with .namespace }}
      namespace: {{ . | quote }}
      {{- end }}
      name: {{ .name | quote }}
      {{- with .sectionName }}
      sectionName: {{ . | quote }}
      {{- end }}
    {{- end }}
  {{- with $route.hostnames }}
  hostnames:
    {{- range . }}
    - {{ . | quote }}
    {{- end }}
  {{- end }}
  rules:
    {{- range $route.rules }}
    - matches:
        {{- range .matches }}
        - path:
            type: {{ .path.type | quote }}
            value: {{ .path.value | quote }}
        {{- end }}
      backendRefs:
        - group: ""
          kind: Service
          name: {{ include "chartgen.serviceName" $ | quote }}
          port: {{ (index $.Values.service.ports $route.servicePort).port | int64 }}
          weight: 1
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
