{{/*
chartgen.ingressRoute: one of .Values.ingressRoutes, for Traefik.
Takes   a root with .Which, its short name.
Yields  one whole document, nothing where the environment has no such IngressRoute.
*/}}
{{- define "chartgen.ingressRoute" -}}
{{- with get (.Values.ingressRoutes | default dict) .Which -}}
{{- $object := dict "root" $ "object" (printf "IngressRoute/%s" $.Which) "suffix" (printf "-%s" $.Which) -}}
apiVersion: traefik.io/v1alpha1
kind: IngressRoute
metadata:
  name: {{ include "chartgen.objectName" $object | quote }}
  labels: {{- include "chartgen.labels" $ | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" $ "own" .annotations) }}
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
      middlewares: {{- include "chartgen.middlewareRefs" (dict "root" $ "refs" .) | trim | nindent 8 }}
      {{- end }}
      services:
        {{- range .services }}
        - {{ include "chartgen.traefikBackend" (dict "root" $ "backend" .) | nindent 10 | trim }}
        {{- end }}
    {{- end }}
  {{- if hasKey . "tls" }}
  tls: {{- toYaml .tls | nindent 4 }}
  {{- end }}
{{- end }}
{{- end }}
