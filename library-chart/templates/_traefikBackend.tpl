{{/*
chartgen.traefikBackend: who answers, for Traefik.
Takes   a map: root, backend (component, service or traefikService, port and further fields).
Yields  the fields of a service of Traefik's own kinds.
*/}}
{{- define "chartgen.traefikBackend" -}}
{{- if .backend.traefikService -}}
kind: TraefikService
name: {{ .backend.traefikService | quote }}
{{- else -}}
kind: Service
name: {{ include "chartgen.backendName" . | quote }}
port: {{ include "chartgen.backendPort" . }}
{{- end }}
{{- with omit .backend "component" "service" "traefikService" "port" }}
{{ toYaml . }}
{{- end }}
{{- end }}
