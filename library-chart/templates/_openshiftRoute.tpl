{{/*
chartgen.openshiftRoute: one of .Values.openshiftRoutes, for OpenShift's router.
Takes   a root with .Which, its short name.
Yields  one whole document, nothing where the environment has no such Route.
*/}}
{{- define "chartgen.openshiftRoute" -}}
{{- with get (.Values.openshiftRoutes | default dict) .Which -}}
{{- $object := dict "root" $ "object" (printf "Route/%s" $.Which) "suffix" (printf "-%s" $.Which) -}}
apiVersion: route.openshift.io/v1
kind: Route
metadata:
  name: {{ include "chartgen.objectName" $object | quote }}
  labels: {{- include "chartgen.labels" $ | nindent 4 }}
  {{- with include "chartgen.annotations" (dict "root" $ "own" .annotations) }}
  annotations: {{- . | nindent 4 }}
  {{- end }}
spec:
  {{- with .host }}
  host: {{ . | quote }}
  {{- end }}
  {{- with .path }}
  path: {{ . | quote }}
  {{- end }}
  to:
    kind: Service
    name: {{ include "chartgen.backendName" (dict "root" $ "backend" .to) | quote }}
    weight: {{ .to.weight | int64 }}
  {{- with .alternateBackends }}
  alternateBackends:
    {{- range . }}
    - kind: Service
      name: {{ include "chartgen.backendName" (dict "root" $ "backend" .) | quote }}
      weight: {{ .weight | int64 }}
    {{- end }}
  {{- end }}
  port:
    targetPort: {{ include "chartgen.intOrString" .port }}
  {{- with .tls }}
  tls: {{- toYaml . | nindent 4 }}
  {{- end }}
  wildcardPolicy: {{ .wildcardPolicy | quote }}
{{- end }}
{{- end }}
