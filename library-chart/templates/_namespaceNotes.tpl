{{/*
chartgen.namespaceNotes: what Helm prints after an install or upgrade of a namespace.
Takes   a root: .Values (namespace, podSecurity, resourceQuotas), .Chart, .Release.
Yields  plain text: what was made, and how to look at it.
*/}}
{{- define "chartgen.namespaceNotes" -}}
{{- $name := .Values.namespace.name -}}
The namespace {{ $name }} is set up by the release {{ .Release.Name }}, which lives in the namespace {{ .Release.Namespace }}.
Pods beyond the level {{ .Values.podSecurity.enforce }} of the Pod Security Standards are refused in it.

Look at it:
  kubectl describe namespace {{ $name }}
  kubectl --namespace {{ $name }} get resourcequotas,limitranges,networkpolicies,rolebindings

Deploy into it:
  helm upgrade --install orders-api ./chart --namespace {{ $name }}

Roll it back:
  helm history {{ .Release.Name }} --namespace {{ .Release.Namespace }}
  helm rollback {{ .Release.Name }} --namespace {{ .Release.Namespace }}
{{- end }}
