{{/*
chartgen.istioScope: whose calls a policy of Istio is about.
Takes   a map: root, policy (component, matchLabels, namespaceWide or targetRefs; none for the main workload's pods).
Yields  selector or targetRefs; nothing for every pod of the namespace.
*/}}
{{- define "chartgen.istioScope" -}}
{{- if .policy.targetRefs -}}
targetRefs: {{- toYaml .policy.targetRefs | nindent 2 }}
{{- else if .policy.matchLabels -}}
selector:
  matchLabels: {{- include "chartgen.strings" .policy.matchLabels | nindent 4 }}
{{- else if .policy.component -}}
{{- $labels := dict "root" .root "name" .policy.component "define" "chartgen.selectorLabels" -}}
selector:
  matchLabels: {{- include "chartgen.component" $labels | nindent 4 }}
{{- else if not .policy.namespaceWide -}}
selector:
  matchLabels: {{- include "chartgen.selectorLabels" .root | nindent 4 }}
{{- end }}
{{- end }}
