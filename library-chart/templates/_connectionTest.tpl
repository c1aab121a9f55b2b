{{/*
chartgen.connectionTest: what `helm test` runs first: a Job that asks the Service for a page.
Takes   a root: .Values (connectionTest, service, imagePullSecrets), .Chart, .Release.
Yields  one whole document, nothing where no test is stated.
*/}}
{{- define "chartgen.connectionTest" -}}
{{- with .Values.connectionTest -}}
{{- $port := (index $.Values.service.ports .servicePort).port | int64 }}
{{- $url := printf "http://%s:%d%s" (include "chartgen.serviceName" $) $port .path }}
{{- $command := list "wget" "-q" "-T" "10" "-O" "/dev/null" $url }}
{{- $container := dict "name" "wget" "image" .image "command" $command "request" "16Mi" "limit" "64Mi" }}
{{- $name := include "chartgen.objectName" (dict "root" $ "object" "Job" "suffix" "-test-connection") }}
{{- include "chartgen.testJob" (dict "root" $ "name" $name "timeoutSeconds" .timeoutSeconds "container" $container) }}
{{- end }}
{{- end }}
