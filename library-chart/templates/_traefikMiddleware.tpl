{{/*
chartgen.traefikMiddleware: one of .Values.traefikMiddlewares, for Traefik.
Takes   a root with .Which, its short name.
Yields  one whole document, nothing where the environment has no such Middleware.
*/}}
{{- define "chartgen.traefikMiddleware" -}}
{{- with get (.Values.traefikMiddlewares | default dict) .Which -}}
apiVersion: traefik.io/v1alpha1
kind: Middleware
metadata:
  name: {{ include "chartgen.middlewareName" (dict "root" $ "own" $.Which) | quote }}
  labels: {{- include "chartgen.labels" $ | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" $) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  {{- if .chain }}
  chain:
    middlewares: {{- include "chartgen.middlewareRefs" (dict "root" $ "refs" .chain.middlewares) | trim | nindent 6 }}
  {{- else if .errors }}
  errors:
    {{- omit .errors "service" | toYaml | nindent 4 }}
    service: {{- include "chartgen.traefikBackend" (dict "root" $ "backend" .errors.service) | nindent 6 }}
  {{- else }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- end }}
{{- end }}
