{{/*
chartgen.ownConfigMapName: a ConfigMap of .Values.configMaps, <fullname>-<name>; an immutable one has a digest of what
it holds behind that, so that a change makes a new object.
Takes   a map: root, name.
Yields  a name.
*/}}
{{- define "chartgen.ownConfigMapName" -}}
{{- $suffix := printf "-%s" .name }}
{{- $held := get ((.root.Main | default .root).Values.configMaps | default dict) .name | default dict }}
{{- if $held.immutable }}
{{- $suffix = printf "%s-%s" $suffix (include "chartgen.data" $held | sha256sum | trunc 10) }}
{{- end }}
{{- include "chartgen.ownName" (dict "root" .root "object" (printf "ConfigMap/%s" .name) "suffix" $suffix) }}
{{- end }}
