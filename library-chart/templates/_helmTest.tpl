{{/*
chartgen.helmTest: one of .Values.tests: a Job that checks the answer of a page, or runs a command.
wget says the status of each answer; awk prints them and ends well when the right one was among them.
Takes   a root with .Which, the test's name.
Yields  one whole document, nothing where the environment has no such test.
*/}}
{{- define "chartgen.helmTest" -}}
{{- with get (.Values.tests | default dict) .Which -}}
{{- $command := .command }}
{{- with .http }}
{{- $port := (index $.Values.service.ports .servicePort).port | int64 }}
{{- $url := printf "http://%s:%d%s" (include "chartgen.serviceName" $) $port .path }}
{{- $script := `wget -S -T 10 -O /dev/null "$0" 2>&1 | awk -v want="$1" '{ print } $1 ~ /^HTTP/ && $2 == want { found = 1 } END { exit !found }'` }}
{{- $command = list "sh" "-c" $script $url (.status | int64 | toString) }}
{{- end }}
{{- $container := dict "name" "test" "image" .image "command" $command "request" .memory "limit" .memory "env" .env "tmp" true }}
{{- $name := include "chartgen.objectName" (dict "root" $ "object" (printf "Job/%s" $.Which) "suffix" (printf "-test-%s" $.Which)) }}
{{- include "chartgen.testJob" (dict "root" $ "name" $name "timeoutSeconds" .timeoutSeconds "container" $container) }}
{{- end }}
{{- end }}
