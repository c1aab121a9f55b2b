{{/*
chartgen.resourceQuota: how much the pods of one scope may have together.
Takes   a map: root, name, quota (hard, scopes, scopeSelector).
Yields  one whole document.
*/}}
{{- define "chartgen.resourceQuota" -}}
apiVersion: v1
kind: ResourceQuota
metadata:
  name: {{ include "chartgen.objectName" (dict "root" .root "object" (printf "ResourceQuota/%s" .name) "suffix" (printf "-%s" .name)) | quote }}
  namespace: {{ .root.Values.namespace.name | quote }}
  labels: {{- include "chartgen.labels" .root | nindent 4 }}
spec:
  hard:
    {{- range $resource, $most := .quota.hard }}
    {{ $resource }}: {{ include "chartgen.quantity" $most }}
    {{- end }}
  {{- with .quota.scopes }}
  scopes: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .quota.scopeSelector }}
  scopeSelector: {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
