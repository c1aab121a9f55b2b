{{/*
chartgen.peerAuthentication: one of .Values.peerAuthentications, for Istio.
Takes   a root with .Which, its short name.
Yields  one whole document, nothing where the environment has no such PeerAuthentication.
*/}}
{{- define "chartgen.peerAuthentication" -}}
{{- with get (.Values.peerAuthentications | default dict) .Which -}}
{{- include "chartgen.istioPolicy" (dict "root" $ "kind" "PeerAuthentication" "which" $.Which "policy" .) }}
{{- end }}
{{- end }}
