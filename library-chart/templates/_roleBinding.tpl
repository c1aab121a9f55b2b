{{/*
chartgen.roleBinding: who has a role. Kubernetes refuses to change the role of a binding, so its name says which it is.
Takes   a map: root, kind ("RoleBinding" or "ClusterRoleBinding"), name, namespace ("" for the release's own, and for a
        ClusterRoleBinding), roleKind, role (its name), subjects (as Kubernetes writes them).
Yields  one whole document.
*/}}
{{- define "chartgen.roleBinding" -}}
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
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: {{ .roleKind | quote }}
  name: {{ .role | quote }}
subjects: {{- toYaml .subjects | nindent 2 }}
{{- end }}
