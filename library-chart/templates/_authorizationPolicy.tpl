{{/*
chartgen.authorizationPolicy: one of .Values.authorizationPolicies, for Istio.
Takes   a root with .Which, its short name.
Yields  one whole document, nothing where the environment has no such policy.
*/}}
{{- define "chartgen.authorizationPolicy" -}}
{{- with get (.Values.authorizationPolicies | default dict) .Which -}}
{{- include "chartgen.istioPolicy" (dict "root" $ "kind" "AuthorizationPolicy" "which" $.Which "policy" .) }}
{{- end }}
{{- end }}
