{{/*
chartgen.grantedRole: a role, and its binding of the same name.
Takes   a map: root, prefix ("" or "Cluster"), name, namespace ("" for the release's own, and where prefix is Cluster),
        rules, subjects (both as Kubernetes writes them).
Yields  two documents with --- between them.
*/}}
{{- define "chartgen.grantedRole" -}}
{{- $role := printf "%sRole" .prefix -}}
{{- include "chartgen.role" (dict "root" .root "kind" $role "name" .name "namespace" .namespace "rules" .rules) }}
---
{{ include "chartgen.roleBinding" (dict "root" .root "kind" (printf "%sBinding" $role) "name" .name "namespace" .namespace "roleKind" $role "role" .name "subjects" .subjects) }}
{{- end }}
