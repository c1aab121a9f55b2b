{{/*
chartgen.component: one object of a component, by the define that prints the main workload's.
The define sees a root of its own: .Values are the component's sections, and of what it shares with the main workload
those that it lacks; .Own are the component's sections alone, .Main is the chart's root.
Takes   a map: root, name (the component's), define (the name of the define), which (of several objects of one define;
        may be left out), object (its key in the component's patches; may be left out).
Yields  what the define yields, nothing where the environment has no such component.
*/}}
{{- define "chartgen.component" -}}
{{- with get .root.Values.components .name }}
{{- $values := pick $.root.Values "commonLabels" "commonAnnotations" "image" "imagePullSecrets" "podLabels" "podAnnotations" "env" "envFrom" "config" "configFiles" "serviceAccount" }}
{{- range $section, $own := . }}
{{- $_ := set $values $section $own }}
{{- end }}
{{- $root := dict "Values" $values "Own" . "Main" $.root "Component" $.name "Which" $.which "Chart" $.root.Chart "Release" $.root.Release }}
{{- include "chartgen.patched" (dict "root" $root "define" $.define "object" $.object) }}
{{- end }}
{{- end }}
