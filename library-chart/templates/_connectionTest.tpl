{{/*
chartgen.connectionTest: what `helm test` runs: a Job that asks the Service for a page.
Takes   a root: .Values (connectionTest, service, imagePullSecrets), .Chart, .Release.
Yields  one whole document, nothing where no test is stated.
*/}}
{{- define "chartgen.connectionTest" -}}
{{- with .Values.connectionTest -}}
{{- $port := (index $.Values.service.ports .servicePort).port | int64 }}
{{- $hook := dict "helm.sh/hook" "test" "helm.sh/hook-delete-policy" "before-hook-creation,hook-succeeded" -}}
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ include "chartgen.objectName" (dict "root" $ "object" "Job" "suffix" "-test-connection") | quote }}
  labels: {{- include "chartgen.labels" (dict "Values" $.Values "Component" "test" "Chart" $.Chart "Release" $.Release) | nindent 4 }}
  annotations: {{- include "chartgen.annotations" (dict "root" $ "own" $hook) | nindent 4 }}
spec:
  activeDeadlineSeconds: {{ .timeoutSeconds | int64 }}
  backoffLimit: 3
  template:
    metadata:
      labels: {{- include "chartgen.testLabels" $ | nindent 8 }}
    spec:
      restartPolicy: Never
      automountServiceAccountToken: false
      {{- with $.Values.imagePullSecrets }}
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
      containers:
        - name: wget
          image: {{ .image | quote }}
          imagePullPolicy: IfNotPresent
          command:
            - wget
            - -q
            - -T
            - "10"
            - -O
            - /dev/null
            - {{ printf "http://%s:%d%s" (include "chartgen.serviceName" $) $port .path | quote }}
          resources:
            requests:
              cpu: 10m
              memory: 16Mi
            limits:
              memory: 64Mi
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop:
                - ALL
{{- end }}
{{- end }}
