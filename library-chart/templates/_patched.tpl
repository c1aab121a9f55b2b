{{/*
chartgen.patched: an object that the chart makes, with raw fields laid over it: mappings merge, lists are replaced.
Takes   a map: root (.Values.patches), define (the name of the define that yields the object), object (its key in patches;
        may be left out).
Yields  what the define yields; where there is a patch, in the order of its keys with metadata last.
*/}}
{{- define "chartgen.patched" -}}
{{- $made := include .define .root }}
{{- $patch := get (.root.Values.patches | default dict) (.object | default "") }}
{{- if and $patch $made -}}
{{- $whole := mergeOverwrite (fromYaml $made) $patch -}}
apiVersion: {{ $whole.apiVersion | quote }}
kind: {{ $whole.kind | quote }}
{{- with omit $whole "apiVersion" "kind" "metadata" }}
{{ toYaml . }}
{{- end }}
metadata: {{- toYaml $whole.metadata | nindent 2 }}
{{- else }}
{{- $made }}
{{- end }}
{{- end }}
