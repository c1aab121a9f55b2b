{{/*
chartgen.grpcRoute: gRPC calls that lead to the Service, as one GRPCRoute of the Gateway API.
Takes   a root: .Values (grpcRoute; extraGrpcRoutes.<.Route> where .Route is set), .Component, .Chart, .Release.
Yields  one whole document with the CRD's defaults written out, nothing while the route is off.
*/}}
{{- define "chartgen.grpcRoute" -}}
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
    - {{ include "chartgen.grpcRule" (dict "root" $ "route" $route "rule" .) | trim | indent 6 | trimPrefix "      " }}
    {{- end }}
{{- end }}
{{- end }}
