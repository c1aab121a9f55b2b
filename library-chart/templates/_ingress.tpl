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
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: {{ include "chartgen.objectName" (dict "root" . "object" $object "suffix" $suffix) | quote }}
  labels: {{- include "chartgen.labels" . | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" . "own" $ingress.annotations) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  {{- with $ingress.className }}
  ingressClassName: {{ . | quote }}
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
    - host: {{ .host | quote }}
      http:
        paths:
          {{- range .paths }}
          - path: {{ .path | quote }}
            pathType: {{ .pathType | quote }}
            backend:
              service:
                name: {{ include "chartgen.serviceName" $ | quote }}
                port:
                  name: {{ $ingress.servicePort | quote }}
          {{- end }}
    {{- end }}
{{- end }}
{{- end }}
