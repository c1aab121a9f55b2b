{{/*
chartgen.topologySpread: the copies of one version, evenly over the zones and other parts of the cluster.
Takes   a root: .Values.spread (zones, constraints), and what chartgen.selectorLabels takes.
Yields  a list of constraints, nothing where there are none.
*/}}
{{- define "chartgen.topologySpread" -}}
{{- $constraints := list }}
{{- with (.Values.spread).zones }}
{{- $mode := eq . "hard" | ternary "DoNotSchedule" "ScheduleAnyway" }}
{{- $constraints = append $constraints (dict "topologyKey" "topology.kubernetes.io/zone" "maxSkew" 1 "whenUnsatisfiable" $mode) }}
{{- end }}
{{- range $constraint := concat $constraints ((.Values.spread).constraints | default list) }}
- maxSkew: {{ .maxSkew | int64 }}
  topologyKey: {{ .topologyKey | quote }}
  whenUnsatisfiable: {{ .whenUnsatisfiable | quote }}
  {{- if hasKey . "minDomains" }}
  minDomains: {{ .minDomains | int64 }}
  {{- end }}
  {{- range $key := list "nodeAffinityPolicy" "nodeTaintsPolicy" }}
  {{- with get $constraint $key }}
  {{ $key }}: {{ . | quote }}
  {{- end }}
  {{- end }}
  labelSelector:
    matchLabels: {{- include "chartgen.selectorLabels" $ | nindent 6 }}
  {{- if $.Values.strategy }}
  matchLabelKeys:
    - pod-template-hash
  {{- end }}
{{- end }}
{{- end }}
