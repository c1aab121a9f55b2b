{{/*
chartgen.ingress: hosts and paths that lead to the Service, as one Ingress.
Takes   a root: .Values (ingress; extraIngresses.<.Route> where .Route is set), .Component, .Chart, .Release.
Yields  one whole document, nothing while the ingress is off.
*/}}
{{- define "chartgen.ingress" -}}
{{- $ingress := .Values.ingress }}
{{- $object := "Ingress" }}
{{- $suffix := "" }}
{{- with .Route }}
{{- $ingress = get ($.Values.extraIngresses | default dict) . }}
{{- $object = printf "Ingress/%s" . }}
{{- $suffix = printf "-%s" . }}
{{- end }}
{{- if and $ingress $ingress.enabled -}}
{{- $own := dict }}
{{- range $key, $value := $ingress.annotations }}
{{- $_ := set $own $key $value }}
{{- end }}
{{- with $ingress.traefikMiddlewares }}
{{- $names := include "chartgen.routerMiddlewares" (dict "root" $ "refs" .) }}
{{- $_ := set $own "traefik.ingress.kubernetes.io/router.middlewares" $names }}
{{- end -}}
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: {{ include "chartgen.objectName" (dict "root" . "object" $object "suffix" $suffix) | quote }}
  labels: {{- include "chartgen.labels" . | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" . "own" $own) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  {{- with $ingress.className }}
  ingressClassName: {{ . | quote }}
  {{- end }}
  {{- with $ingress.defaultBackend }}
  defaultBackend: {{- include "chartgen.ingressBackend" (dict "root" $ "backend" .) | nindent 4 }}
  {{- end }}
  {{- with $ingress.tls }}
  {{- $secret := dict "root" $ "object" "Secret" "suffix" (printf "%s-tls" $suffix) }}
  tls:
    {{- range . }}
    - secretName: {{ .secretName | default (include "chartgen.objectName" $secret) | quote }}
      hosts:
        {{- range .hosts }}
        - {{ . | quote }}
        {{- end }}
    {{- end }}
  {{- end }}
  rules:
    {{- range $ingress.hosts }}
    - {{ with .host }}host: {{ . | quote }}
      {{ end }}http:
        paths:
          {{- range .paths }}
          - path: {{ .path | quote }}
            pathType: {{ .pathType | quote }}
            backend: {{- include "chartgen.ingressBackend" (dict "root" $ "backend" (.backend | default (dict "port" $ingress.servicePort))) | nindent 14 }}
          {{- end }}
    {{- end }}
{{- end }}
{{- end }}
