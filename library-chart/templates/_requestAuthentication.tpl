{{/*
chartgen.requestAuthentication: one of .Values.requestAuthentications, for Istio.
Takes   a root with .Which, its short name.
Yields  one whole document, nothing where the environment has no such RequestAuthentication.
*/}}
{{- define "chartgen.requestAuthentication" -}}
{{- with get (.Values.requestAuthentications | default dict) .Which -}}
{{- include "chartgen.istioPolicy" (dict "root" $ "kind" "RequestAuthentication" "which" $.Which "policy" .) }}
{{- end }}
{{- end }}
