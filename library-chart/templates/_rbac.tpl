{{/*
chartgen.rbac: what the ServiceAccount may do: a Role in the release's namespace, one in each other namespace that is
named, a ClusterRole, and the bindings of all of them and of roles that exist already.
What lies outside the release's namespace has that in its name, since another release may have the same name there.
Takes   a root: .Values (rbac, serviceAccount), .Component, .Chart, .Release.
Yields  documents with --- between them, nothing where create is false.
*/}}
{{- define "chartgen.rbac" -}}
{{- if (.Values.rbac).create }}
{{- $inside := include "chartgen.objectName" (dict "root" . "object" "Role" "suffix" "") }}
{{- $outside := printf ":%s" .Release.Namespace }}
{{- $across := include "chartgen.objectName" (dict "root" . "object" "ClusterRole" "suffix" $outside) }}
{{- $subjects := list (dict "kind" "ServiceAccount" "name" (include "chartgen.serviceAccountName" .) "namespace" .Release.Namespace) }}
{{- $documents := list }}
{{- with .Values.rbac.rules }}
{{- $documents = append $documents (include "chartgen.grantedRole" (dict "root" $ "prefix" "" "name" $inside "namespace" "" "rules" . "subjects" $subjects)) }}
{{- end }}
{{- range $namespace, $rules := .Values.rbac.otherNamespaces }}
{{- $documents = append $documents (include "chartgen.grantedRole" (dict "root" $ "prefix" "" "name" $across "namespace" $namespace "rules" $rules "subjects" $subjects)) }}
{{- end }}
{{- with .Values.rbac.clusterRules }}
{{- $documents = append $documents (include "chartgen.grantedRole" (dict "root" $ "prefix" "Cluster" "name" $across "namespace" "" "rules" . "subjects" $subjects)) }}
{{- end }}
{{- range .Values.rbac.bindings }}
{{- $suffix := printf "-%s%s" (eq .kind "Role" | ternary "role-" "") .name }}
{{- if or .cluster .namespace }}
{{- $suffix = print $suffix $outside }}
{{- end }}
{{- $name := include "chartgen.objectName" (dict "root" $ "object" (printf "RoleBinding/%s" .name) "suffix" $suffix) }}
{{- $kind := .cluster | ternary "ClusterRoleBinding" "RoleBinding" }}
{{- $documents = append $documents (include "chartgen.roleBinding" (dict "root" $ "kind" $kind "name" $name "namespace" .namespace "roleKind" .kind "role" .name "subjects" $subjects)) }}
{{- end }}
{{- join "\n---\n" $documents }}
{{- end }}
{{- end }}
