{{/*
chartgen.role: what may be done, in a namespace or in the whole cluster.
Takes   a map: root, kind ("Role" or "ClusterRole"), name, namespace ("" for the release's own, and for a ClusterRole),
        rules (as Kubernetes writes them).
Yields  one whole document.
*/}}
{{- define "chartgen.role" -}}
apiVersion: rbac.authorization.k8s.io/v1
kind: {{ .kind }}
metadata:
  name: {{ .name | quote }}
  {{- with .namespace }}
  namespace: {{ . | quote }}
  {{- end }}
  labels: {{- include "chartgen.labels" .root | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" .root) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
rules: {{- toYaml .rules | nindent 2 }}
{{- end }}
