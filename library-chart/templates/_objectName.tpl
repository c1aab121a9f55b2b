{{/*
chartgen.objectName: the name of one object: the full name and a suffix, no longer than Kubernetes takes of its kind.
A longer one keeps its suffix, loses the end of the full name, and gets six digits of the full name's sha256, so that
two long names that begin alike stay two. Where the suffix alone is too long, the whole is cut so.
Takes   a map: root, object (its kind, or <kind>/<which> beside the first of that kind), suffix ("" or "-config").
Yields  a name; .Values.identity.objects.<object> where it is stated.
*/}}
{{- define "chartgen.objectName" -}}
{{- $limit := get (dict "Deployment" 63 "StatefulSet" 52 "DaemonSet" 63 "Job" 63 "CronJob" 52 "Service" 63 "ScaledJob" 63 "ScaledObject" 63) (.object | splitList "/" | first) | default 253 }}
{{- $name := include "chartgen.fullname" .root }}
{{- $kept := get (((.root.Values.identity).objects) | default dict) .object }}
{{- if $kept }}
{{- $kept }}
{{- else if le (add (len $name) (len .suffix)) $limit }}
{{- printf "%s%s" $name .suffix }}
{{- else if gt (add 8 (len .suffix)) $limit }}
{{- $whole := printf "%s%s" $name .suffix }}
{{- printf "%s-%s" (trunc (sub $limit 7 | int) $whole | trimAll "-") (sha256sum $whole | trunc 6) }}
{{- else }}
{{- $front := trunc (sub $limit (add 7 (len .suffix)) | int) $name }}
{{- printf "%s-%s%s" (regexReplaceAll "-+$" $front "") (sha256sum $name | trunc 6) .suffix }}
{{- end }}
{{- end }}
