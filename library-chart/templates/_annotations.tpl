{{/*
chartgen.annotations: the annotations of an object's metadata.
Takes   a map: root, own (the object's own, which win; may be left out).
Yields  lines in the order of the keys, nothing where there are none.
*/}}
{{- define "chartgen.annotations" -}}
{{- $all := dict }}
{{- range $key, $value := .root.Values.commonAnnotations }}
{{- $_ := set $all $key $value }}
{{- end }}
{{- range $key, $value := .own }}
{{- $_ := set $all $key $value }}
{{- end }}
{{- include "chartgen.strings" $all }}
{{- end }}
