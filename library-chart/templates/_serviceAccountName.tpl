{{/*
chartgen.serviceAccountName: the ServiceAccount that the pods run as; a component has the main workload's where it says
nothing else.
Takes   a root: .Values.serviceAccount.
Yields  its stated name, else <fullname> where the chart makes it, else default.
*/}}
{{- define "chartgen.serviceAccountName" -}}
{{- if and .Main (not (hasKey .Own "serviceAccount")) }}
{{- include "chartgen.serviceAccountName" .Main }}
{{- else if .Values.serviceAccount.name }}
{{- .Values.serviceAccount.name }}
{{- else if .Values.serviceAccount.create }}
{{- include "chartgen.objectName" (dict "root" . "object" "ServiceAccount" "suffix" "") }}
{{- else }}
{{- print "default" }}
{{- end }}
{{- end }}
