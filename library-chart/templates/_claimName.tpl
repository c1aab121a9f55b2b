{{/*
chartgen.claimName: a disk of the chart's own, <fullname>-<volume>.
Takes   a map: root, name (the volume's).
Yields  a name.
*/}}
{{- define "chartgen.claimName" -}}
{{- $object := printf "PersistentVolumeClaim/%s" .name }}
{{- include "chartgen.objectName" (dict "root" .root "object" $object "suffix" (printf "-%s" .name)) }}
{{- end }}
