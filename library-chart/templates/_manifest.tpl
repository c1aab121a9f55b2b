{{/*
chartgen.manifest: one of .Values.extraManifests, as it stands there, with the chart's labels and annotations.
Its metadata comes last: a text that ends a document would lose or win line breaks.
Takes   a root with .Which, the manifest's key.
Yields  one whole document, nothing where the environment has no such manifest.
*/}}
{{- define "chartgen.manifest" -}}
{{- with get (.Values.extraManifests | default dict) .Which -}}
{{- $labels := include "chartgen.labels" $ | fromYaml }}
{{- range $key, $value := .metadata.labels }}
{{- $_ := set $labels $key $value }}
{{- end -}}
apiVersion: {{ .apiVersion | quote }}
kind: {{ .kind | quote }}
{{- with omit . "apiVersion" "kind" "metadata" }}
{{ toYaml . }}
{{- end }}
metadata:
  name: {{ .metadata.name | quote }}
  {{- with omit .metadata "name" "labels" "annotations" }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
  labels: {{- include "chartgen.strings" $labels | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" $ "own" .metadata.annotations) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
{{- end }}
{{- end }}
