{{/*
chartgen.podAntiAffinity: the copies on different nodes, by preference (soft) or without exception (hard), and other pods
that they keep away from.
Takes   a root: .Values (spread.hosts, affinity.podAntiAffinity), and what chartgen.selectorLabels takes.
Yields  the field podAntiAffinity.
*/}}
{{- define "chartgen.podAntiAffinity" -}}
{{- $hosts := (.Values.spread).hosts | default "" }}
{{- $others := .Values.affinity.podAntiAffinity | default dict -}}
podAntiAffinity:
  {{- if or (eq $hosts "hard") $others.requiredDuringSchedulingIgnoredDuringExecution }}
  requiredDuringSchedulingIgnoredDuringExecution:
    {{- if eq $hosts "hard" }}
    - topologyKey: kubernetes.io/hostname
      labelSelector:
        matchLabels: {{- include "chartgen.selectorLabels" . | nindent 10 }}
    {{- end }}
    {{- with $others.requiredDuringSchedulingIgnoredDuringExecution }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
  {{- if or (eq $hosts "soft") $others.preferredDuringSchedulingIgnoredDuringExecution }}
  preferredDuringSchedulingIgnoredDuringExecution:
    {{- if eq $hosts "soft" }}
    - weight: 100
      podAffinityTerm:
        topologyKey: kubernetes.io/hostname
        labelSelector:
          matchLabels: {{- include "chartgen.selectorLabels" . | nindent 12 }}
    {{- end }}
    {{- with $others.preferredDuringSchedulingIgnoredDuringExecution }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
{{- end }}
