{{/*
chartgen.access: who may do what in the namespace: bindings of roles that exist, and roles of their own.
Takes   a root: .Values (namespace, access), .Chart, .Release.
Yields  documents with --- between them.
*/}}
{{- define "chartgen.access" -}}
{{- $namespace := .Values.namespace.name }}
{{- $documents := list }}
{{- range $who, $access := .Values.access }}
{{- $name := include "chartgen.objectName" (dict "root" $ "object" (printf "Role/%s" $who) "suffix" (printf "-%s" $who)) }}
{{- with $access.role }}
{{- $bound := include "chartgen.objectName" (dict "root" $ "object" (printf "RoleBinding/%s" $who) "suffix" (printf "-%s-%s" $who .)) }}
{{- $documents = append $documents (include "chartgen.roleBinding" (dict "root" $ "kind" "RoleBinding" "name" $bound "namespace" $namespace "roleKind" "ClusterRole" "role" . "subjects" $access.subjects)) }}
{{- end }}
{{- with $access.rules }}
{{- $documents = append $documents (include "chartgen.grantedRole" (dict "root" $ "prefix" "" "name" $name "namespace" $namespace "rules" . "subjects" $access.subjects)) }}
{{- end }}
{{- end }}
{{- join "\n---\n" $documents }}
{{- end }}
