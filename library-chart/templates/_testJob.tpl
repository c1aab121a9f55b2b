{{/*
chartgen.testJob: a Job that `helm test` runs, with no rights at all.
Takes   a map: root, name, timeoutSeconds, container (name, image, command, request and limit of memory; env and tmp may
        be left out).
Yields  one whole document.
*/}}
{{- define "chartgen.testJob" -}}
{{- $hook := dict "helm.sh/hook" "test" "helm.sh/hook-delete-policy" "before-hook-creation,hook-succeeded" -}}
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ .name | quote }}
  labels: {{- include "chartgen.labels" (dict "Values" .root.Values "Component" "test" "Chart" .root.Chart "Release" .root.Release) | nindent 4 }}
  annotations: {{- include "chartgen.annotations" (dict "root" (dict "Values" (omit .root.Values "hook")) "own" $hook) | nindent 4 }}
spec:
  activeDeadlineSeconds: {{ .timeoutSeconds | int64 }}
  backoffLimit: 3
  template:
    metadata:
      labels: {{- include "chartgen.testLabels" .root | nindent 8 }}
    spec:
      restartPolicy: Never
      automountServiceAccountToken: false
      {{- with .root.Values.imagePullSecrets }}
      imagePullSecrets:
        {{- range . }}
        - name: {{ .name | quote }}
        {{- end }}
      {{- end }}
      enableServiceLinks: false
      securityContext:
        runAsNonRoot: true
        runAsUser: 10001
        runAsGroup: 10001
        seccompProfile:
          type: RuntimeDefault
      {{- if .container.tmp }}
      volumes:
        - name: tmp
          emptyDir:
            sizeLimit: 64Mi
      {{- end }}
      containers:
        - name: {{ .container.name | quote }}
          image: {{ .container.image | quote }}
          imagePullPolicy: IfNotPresent
          command:
            {{- range .container.command }}
            - {{ . | quote }}
            {{- end }}
          {{- with .container.env }}
          env: {{- include "chartgen.env" (dict "root" $.root "env" .) | nindent 12 }}
          {{- end }}
          {{- if .container.tmp }}
          volumeMounts:
            - name: tmp
              mountPath: /tmp
          {{- end }}
          resources:
            requests:
              cpu: 10m
              memory: {{ .container.request | quote }}
            limits:
              memory: {{ .container.limit | quote }}
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop:
                - ALL
{{- end }}
