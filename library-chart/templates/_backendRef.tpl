{{/*
chartgen.backendRef: where a route of the Gateway API leads.
Takes   a map: root, backend (component or service, port, namespace, weight).
Yields  the fields of a backendRef, the CRD's defaults written out.
*/}}
{{- define "chartgen.backendRef" -}}
group: ""
kind: Service
name: {{ include "chartgen.backendName" . | quote }}
{{- with .backend.namespace }}
namespace: {{ . | quote }}
{{- end }}
port: {{ include "chartgen.backendPort" . }}
{{- if hasKey .backend "weight" }}
weight: {{ .backend.weight | int64 }}
{{- end }}
{{- end }}
