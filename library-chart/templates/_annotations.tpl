{{/*
chartgen.annotations: the annotations of an object's metadata.
What a hook needs is a hook as well, and comes before it: Helm runs hooks by weight, the lowest first.
Takes   a map: root (.Values: commonAnnotations, hook), own (the object's own, which win; may be left out), weight (a
        hook's own; may be left out).
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
{{- with .root.Values.hook }}
{{- $_ := set $all "helm.sh/hook" .events }}
{{- $_ := set $all "helm.sh/hook-weight" ($.weight | default "-10") }}
{{- $_ := set $all "helm.sh/hook-delete-policy" .deletePolicy }}
{{- end }}
{{- include "chartgen.strings" $all }}
{{- end }}
