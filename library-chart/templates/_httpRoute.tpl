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
  parentRefs: {{- include "chartgen.parentRefs" $route.parentRefs | trim | nindent 4 }}
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
      {{- include "chartgen.routeRule" (dict "root" $ "route" $route "rule" .) | trim | nindent 6 }}
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
