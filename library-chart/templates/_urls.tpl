{{/*
chartgen.urls: where the service is reached from outside, each address once.
Takes   a root: .Values (ingress, httpRoute, grpcRoute and the further ones of each).
Yields  an address a line, nothing where no route is switched on or names a host.
*/}}
{{- define "chartgen.urls" -}}
{{- $found := list }}
{{- $ingresses := list .Values.ingress }}
{{- range .Values.extraIngresses }}
{{- $ingresses = append $ingresses . }}
{{- end }}
{{- range $ingress := $ingresses }}
{{- range ternary ($ingress).hosts list (($ingress).enabled | default false) }}
{{- if .host }}
{{- $found = append $found (printf "%s://%s%s" (ternary "https" "http" (not (empty $ingress.tls))) .host (first .paths).path) }}
{{- end }}
{{- end }}
{{- end }}
{{- $routes := list .Values.httpRoute .Values.grpcRoute }}
{{- range .Values.extraHttpRoutes }}
{{- $routes = append $routes . }}
{{- end }}
{{- range .Values.extraGrpcRoutes }}
{{- $routes = append $routes . }}
{{- end }}
{{- range $route := $routes }}
{{- range ternary ($route).hostnames list (($route).enabled | default false) }}
{{- $found = append $found (printf "https://%s" .) }}
{{- end }}
{{- end }}
{{- join "\n" (uniq $found) }}
{{- end }}
