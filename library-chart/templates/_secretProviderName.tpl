{{/*
chartgen.secretProviderName: a SecretProviderClass of the chart's own, <fullname>-<volume>.
Takes   a map: root, name (the volume's).
Yields  a name.
*/}}
{{- define "chartgen.secretProviderName" -}}
{{- $object := printf "SecretProviderClass/%s" .name }}
{{- include "chartgen.objectName" (dict "root" .root "object" $object "suffix" (printf "-%s" .name)) }}
{{- end }}
