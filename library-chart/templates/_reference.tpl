{{/*
chartgen.reference: a reference to a ConfigMap or Secret, with the object's name where the values say `own`.
Takes   a map: root, ref (of the values: an existing object's name, or own), kind ("ConfigMap" or "Secret"), key (what
        Kubernetes calls the name here: "name" or "secretName").
Yields  the reference's fields.
*/}}
{{- define "chartgen.reference" -}}
{{- $ref := .ref }}
{{- if $ref.own }}
{{- $which := dict "root" .root "name" $ref.own }}
{{- $ref = omit $ref "own" }}
{{- if eq .kind "ConfigMap" }}
{{- $_ := set $ref .key (include "chartgen.ownConfigMapName" $which) }}
{{- else }}
{{- $_ := set $ref .key (include "chartgen.ownSecretName" $which) }}
{{- end }}
{{- end }}
{{- toYaml $ref }}
{{- end }}
