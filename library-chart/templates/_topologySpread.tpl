{{/*
chartgen.topologySpread: the copies of one version, evenly over the zones.
Takes   a root: .Values.spread.zones, and what chartgen.selectorLabels takes.
Yields  one constraint, nothing where zones is "".
*/}}
{{- define "chartgen.topologySpread" -}}
{{- with (.Values.spread).zones -}}
- maxSkew: 1
  topologyKey: topology.kubernetes.io/zone
  whenUnsatisfiable: {{ eq . "hard" | ternary "DoNotSchedule" "ScheduleAnyway" }}
  labelSelector:
    matchLabels: {{- include "chartgen.selectorLabels" $ | nindent 6 }}
  {{- if $.Values.strategy }}
  matchLabelKeys:
    - pod-template-hash
  {{- end }}
{{- end }}
{{- end }}
