{{/*
chartgen.externalSecretSpec: where a Secret comes from and what becomes of it.
Takes   a map: root, name (in .Values.externalSecrets).
Yields  the fields of `spec`.
*/}}
{{- define "chartgen.externalSecretSpec" -}}
{{- $secret := get (.root.Main | default .root).Values.externalSecrets .name -}}
secretStoreRef:
  name: {{ $secret.secretStoreRef.name | quote }}
  kind: {{ $secret.secretStoreRef.kind | quote }}
refreshInterval: {{ $secret.refreshInterval | quote }}
{{- with $secret.refreshPolicy }}
refreshPolicy: {{ . | quote }}
{{- end }}
target:
  name: {{ include "chartgen.ownSecretName" . | quote }}
  creationPolicy: {{ $secret.target.creationPolicy | quote }}
  deletionPolicy: {{ $secret.target.deletionPolicy | quote }}
  {{- if $secret.target.immutable }}
  immutable: true
  {{- end }}
  {{- with $secret.template }}
  template:
    engineVersion: v2
    mergePolicy: {{ .mergePolicy | quote }}
    type: {{ .type | quote }}
    {{- with include "chartgen.secretMetadata" . }}
    metadata: {{- . | nindent 6 }}
    {{- end }}
    {{- with .data }}
    data: {{- include "chartgen.strings" . | nindent 6 }}
    {{- end }}
  {{- end }}
{{- with $secret.data }}
data:
  {{- range $key, $ref := . }}
  - secretKey: {{ $key | quote }}
    remoteRef: {{- include "chartgen.strings" $ref | nindent 6 }}
  {{- end }}
{{- end }}
{{- with $secret.dataFrom }}
dataFrom: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
