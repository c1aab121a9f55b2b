{{/*
chartgen.ownName: the name of a ConfigMap or Secret of the chart that its values know by a short name.
All components share one object, but for a hook, which has its own under its component's name: an ordinary object is
not there yet, or still the old one, when a hook runs.
Takes   a map: root, object ("ConfigMap/limits"), suffix ("-limits").
Yields  a name.
*/}}
{{- define "chartgen.ownName" -}}
{{- $root := .root }}
{{- if and .root.Main (not .root.Values.hook) }}
{{- $root = .root.Main }}
{{- end }}
{{- include "chartgen.objectName" (dict "root" $root "object" .object "suffix" .suffix) }}
{{- end }}
