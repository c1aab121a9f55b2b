{{/*
chartgen.sealedSecret: one of .Values.sealedSecrets, for the Sealed Secrets controller, which makes a Secret of its name.
Takes   a root with .Which, its short name; .Values.hook where a hook reads it.
Yields  one whole document, nothing where the environment has no such secret.
*/}}
{{- define "chartgen.sealedSecret" -}}
{{- with get ((.Main | default .).Values.sealedSecrets | default dict) .Which -}}
{{- $own := dict }}
{{- if ne .scope "strict" }}
{{- $_ := set $own (printf "sealedsecrets.bitnami.com/%s" .scope) "true" }}
{{- end -}}
apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata:
  name: {{ include "chartgen.ownSecretName" (dict "root" $ "name" $.Which) | quote }}
  labels: {{- include "chartgen.labels" $ | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" $ "own" $own) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec: {{- include "chartgen.sealedSecretSpec" (dict "root" $ "name" $.Which) | nindent 2 }}
{{- end }}
{{- end }}
