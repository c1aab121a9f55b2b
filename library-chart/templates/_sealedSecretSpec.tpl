{{/*
chartgen.sealedSecretSpec: a Secret as ciphertext.
Takes   a map: root, name (in .Values.sealedSecrets).
Yields  the fields of `spec`.
*/}}
{{- define "chartgen.sealedSecretSpec" -}}
{{- $secret := get (.root.Main | default .root).Values.sealedSecrets .name -}}
encryptedData: {{- include "chartgen.strings" $secret.encryptedData | nindent 2 }}
template:
  type: {{ $secret.template.type | quote }}
  {{- if $secret.template.immutable }}
  immutable: true
  {{- end }}
  {{- with include "chartgen.secretMetadata" $secret.template }}
  metadata: {{- . | nindent 4 }}
  {{- end }}
{{- end }}
