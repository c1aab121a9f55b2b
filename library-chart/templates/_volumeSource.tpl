{{/*
chartgen.volumeSource: what a volume is made of.
Takes   a map: root, volume (of the values).
Yields  its one field beside the name.
*/}}
{{- define "chartgen.volumeSource" -}}
{{- if .volume.configMap -}}
{{- $ref := dict "root" .root "ref" .volume.configMap "kind" "ConfigMap" "key" "name" -}}
configMap: {{- include "chartgen.reference" $ref | nindent 2 }}
{{- else if .volume.secret -}}
{{- $ref := dict "root" .root "ref" .volume.secret "kind" "Secret" "key" "secretName" -}}
secret: {{- include "chartgen.reference" $ref | nindent 2 }}
{{- else if .volume.projected -}}
{{- $sources := list }}
{{- range $source := .volume.projected.sources }}
{{- $named := omit $source "configMap" "secret" }}
{{- range $field, $kind := dict "configMap" "ConfigMap" "secret" "Secret" }}
{{- with get $source $field }}
{{- $ref := include "chartgen.reference" (dict "root" $.root "ref" . "kind" $kind "key" "name") }}
{{- $_ := set $named $field (fromYaml $ref) }}
{{- end }}
{{- end }}
{{- $sources = append $sources $named }}
{{- end -}}
projected: {{- set (omit .volume.projected "sources") "sources" $sources | toYaml | nindent 2 }}
{{- else if (.volume.persistentVolumeClaim).own -}}
persistentVolumeClaim:
  claimName: {{ include "chartgen.claimName" (dict "root" .root "name" .volume.name) | quote }}
{{- else if (.volume.csi).own -}}
csi:
  driver: {{ .volume.csi.driver | quote }}
  readOnly: true
  volumeAttributes:
    secretProviderClass: {{ include "chartgen.secretProviderName" (dict "root" .root "name" .volume.name) | quote }}
{{- else }}
{{- omit .volume "name" | toYaml }}
{{- end }}
{{- end }}
