{{/*
chartgen.ownSecretName: the Secret that one of .Values.externalSecrets or .Values.sealedSecrets makes.
Takes   a map: root, name.
Yields  the name that is stated, else <fullname>-<name>; a hook's with its component's name.
*/}}
{{- define "chartgen.ownSecretName" -}}
{{- $service := (.root.Main | default .root).Values }}
{{- $sealed := get ($service.sealedSecrets | default dict) .name | default dict }}
{{- $external := get ($service.externalSecrets | default dict) .name | default dict }}
{{- $kind := ternary "ExternalSecret" "SealedSecret" (empty $sealed) }}
{{- $stated := $sealed.name | default ($external.target).name }}
{{- if and $stated .root.Values.hook .root.Component }}
{{- printf "%s-%s" $stated .root.Component }}
{{- else if $stated }}
{{- $stated }}
{{- else }}
{{- include "chartgen.ownName" (dict "root" .root "object" (printf "%s/%s" $kind .name) "suffix" (printf "-%s" .name)) }}
{{- end }}
{{- end }}
