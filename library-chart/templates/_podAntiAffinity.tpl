{{/*
chartgen.podAntiAffinity: the copies on different nodes, by preference (soft) or without exception (hard).
Takes   a root: .Values.spread.hosts, and what chartgen.selectorLabels takes.
Yields  the field podAntiAffinity.
*/}}
{{- define "chartgen.podAntiAffinity" -}}
podAntiAffinity:
  {{- if eq .Values.spread.hosts "hard" }}
  requiredDuringSchedulingIgnoredDuringExecution:
    - topologyKey: kubernetes.io/hostname
      labelSelector:
        matchLabels: {{- include "chartgen.selectorLabels" . | nindent 10 }}
  {{- else }}
  preferredDuringSchedulingIgnoredDuringExecution:
    - weight: 100
      podAffinityTerm:
        topologyKey: kubernetes.io/hostname
        labelSelector:
          matchLabels: {{- include "chartgen.selectorLabels" . | nindent 12 }}
  {{- end }}
{{- end }}
