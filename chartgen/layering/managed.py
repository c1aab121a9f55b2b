"""What the chart prints itself, and where the service says it: raw fields are those beside it.

A field stands here by its name in Kubernetes and its place, down to the first level below ``spec``; a test compares
with what Helm renders.
"""

from collections.abc import Mapping

Managed = Mapping[str, str]
"""A field that the chart prints, and the typed field to use; "" where nobody may say it."""

OF_POD: Managed = {
    "affinity": "node_requirements, pod_affinity or spread",
    "automountServiceAccountToken": "service_account",
    "containers": "sidecars",
    "dnsConfig": "dns",
    "dnsPolicy": "dns",
    "enableServiceLinks": "enable_service_links",
    "imagePullSecrets": "image.pull_secrets",
    "initContainers": "init_containers",
    "nodeSelector": "node_selector",
    "priorityClassName": "priority_class",
    "restartPolicy": "job.restart_policy",
    "runtimeClassName": "runtime_class",
    "schedulerName": "scheduler",
    "securityContext": "pod_security_context",
    "serviceAccount": "service_account",
    "serviceAccountName": "service_account",
    "terminationGracePeriodSeconds": "shutdown.grace_seconds",
    "tolerations": "tolerations",
    "topologySpreadConstraints": "spread",
    "volumes": "volumes",
}

OF_CONTAINER: Managed = {
    "args": "args",
    "command": "command",
    "env": "env",
    "envFrom": "env_from",
    "image": "image",
    "imagePullPolicy": "image.pull_policy",
    "lifecycle": "lifecycle",
    "livenessProbe": "probes.liveness",
    "name": "identity.container",
    "ports": "ports",
    "readinessProbe": "probes.readiness",
    "resources": "resources",
    "restartPolicy": "sidecars",
    "securityContext": "security_context",
    "startupProbe": "probes.startup",
    "terminationMessagePolicy": "termination_message_policy",
    "volumeMounts": "volumes",
    "workingDir": "working_dir",
}

OF_ALL: Managed = {"apiVersion": "kind", "kind": "kind", "metadata.name": "identity.objects", "metadata.namespace": ""}
"""Of every object. Labels and annotations are laid over those of the chart, but for the keys that it prints itself."""

_POD = "pod_extra, container_extra or a typed field"
_JOB = {
    "activeDeadlineSeconds": "job.deadline_seconds",
    "backoffLimit": "job.backoff_limit",
    "completionMode": "job.indexed",
    "completions": "job.completions",
    "parallelism": "job.parallelism",
    "suspend": "job.suspend",
    "template": _POD,
    "ttlSecondsAfterFinished": "job.ttl_seconds_after_finished",
}

OF_OBJECT: Mapping[str, Managed] = {
    "Deployment": {
        "spec.minReadySeconds": "rollout.min_ready_seconds",
        "spec.progressDeadlineSeconds": "rollout.progress_deadline_seconds",
        "spec.replicas": "replicas",
        "spec.revisionHistoryLimit": "rollout.revision_history_limit",
        "spec.selector": "identity.selector",
        "spec.strategy": "rollout",
        "spec.template": _POD,
    },
    "StatefulSet": {
        "spec.minReadySeconds": "rollout.min_ready_seconds",
        "spec.ordinals": "stateful_set.first_ordinal",
        "spec.persistentVolumeClaimRetentionPolicy": "stateful_set",
        "spec.podManagementPolicy": "stateful_set.pod_management_policy",
        "spec.replicas": "replicas",
        "spec.revisionHistoryLimit": "rollout.revision_history_limit",
        "spec.selector": "identity.selector",
        "spec.serviceName": "identity.objects",
        "spec.template": _POD,
        "spec.updateStrategy": "stateful_set",
        "spec.volumeClaimTemplates": "stateful_set.claims",
    },
    "DaemonSet": {
        "spec.minReadySeconds": "rollout.min_ready_seconds",
        "spec.revisionHistoryLimit": "rollout.revision_history_limit",
        "spec.selector": "identity.selector",
        "spec.template": _POD,
        "spec.updateStrategy": "daemon_set",
    },
    "Job": {f"spec.{field}": typed for field, typed in _JOB.items()},
    "CronJob": {
        "spec.concurrencyPolicy": "cron_job.concurrency_policy",
        "spec.failedJobsHistoryLimit": "cron_job.failed_jobs_history_limit",
        "spec.schedule": "cron_job.schedule",
        "spec.startingDeadlineSeconds": "cron_job.starting_deadline_seconds",
        "spec.successfulJobsHistoryLimit": "cron_job.successful_jobs_history_limit",
        "spec.suspend": "cron_job.suspend",
        "spec.timeZone": "cron_job.time_zone",
        **{f"spec.jobTemplate.spec.{field}": typed for field, typed in _JOB.items()},
    },
    "Service": {
        "spec.clusterIP": "",
        "spec.internalTrafficPolicy": "service.internal_traffic_policy",
        "spec.allocateLoadBalancerNodePorts": "service",
        "spec.externalName": "service",
        "spec.externalTrafficPolicy": "service",
        "spec.healthCheckNodePort": "service",
        "spec.ipFamilies": "service",
        "spec.ipFamilyPolicy": "service",
        "spec.loadBalancerClass": "service",
        "spec.loadBalancerIP": "service",
        "spec.loadBalancerSourceRanges": "service",
        "spec.sessionAffinityConfig": "service",
        "spec.ports": "ports",
        "spec.publishNotReadyAddresses": "service.publish_not_ready_addresses",
        "spec.selector": "identity.selector",
        "spec.sessionAffinity": "service.session_affinity",
        "spec.type": "service",
    },
    "ServiceAccount": {"automountServiceAccountToken": "service_account.automount_token"},
    "ConfigMap": {"binaryData": "config_maps", "data": "config", "immutable": "config_maps"},
    "HorizontalPodAutoscaler": {
        "spec.behavior": "autoscaling",
        "spec.maxReplicas": "autoscaling.max_replicas",
        "spec.metrics": "autoscaling",
        "spec.minReplicas": "autoscaling.min_replicas",
        "spec.scaleTargetRef": "",
    },
    "PodDisruptionBudget": {
        "spec.maxUnavailable": "disruption_budget.max_unavailable",
        "spec.minAvailable": "disruption_budget.min_available",
        "spec.selector": "identity.selector",
        "spec.unhealthyPodEvictionPolicy": "disruption_budget.unhealthy_pod_eviction_policy",
    },
    "PersistentVolumeClaim": {
        "spec.accessModes": "volumes",
        "spec.resources": "volumes",
        "spec.selector": "volumes",
        "spec.storageClassName": "volumes",
        "spec.volumeMode": "volumes",
        "spec.volumeName": "volumes",
    },
    "SecretProviderClass": {
        "spec.parameters": "volumes",
        "spec.provider": "volumes",
        "spec.secretObjects": "volumes",
    },
    "ServiceMonitor": {
        "spec.endpoints": "monitor",
        "spec.jobLabel": "",
        "spec.podTargetLabels": "monitor",
        "spec.sampleLimit": "monitor",
        "spec.selector": "identity.selector",
        "spec.targetLabels": "monitor",
    },
    "PodMonitor": {
        "spec.jobLabel": "",
        "spec.podMetricsEndpoints": "monitor",
        "spec.podTargetLabels": "monitor",
        "spec.sampleLimit": "monitor",
        "spec.selector": "identity.selector",
    },
    "PrometheusRule": {"spec.groups": "prometheus_rules"},
    "Ingress": {"spec.ingressClassName": "expose.ingress", "spec.rules": "routes", "spec.tls": "routes"},
    "HTTPRoute": {"spec.hostnames": "routes", "spec.parentRefs": "expose.http_route", "spec.rules": "routes"},
    "NetworkPolicy": {
        "spec.egress": "network_policy",
        "spec.ingress": "network_policy",
        "spec.podSelector": "identity.selector",
        "spec.policyTypes": "network_policy",
    },
    "ExternalSecret": {
        "spec.data": "external_secrets",
        "spec.dataFrom": "external_secrets",
        "spec.refreshInterval": "external_secrets",
        "spec.refreshPolicy": "external_secrets",
        "spec.secretStoreRef": "external_secrets",
        "spec.target": "external_secrets",
    },
    "SealedSecret": {"spec.encryptedData": "sealed_secrets", "spec.template": "sealed_secrets"},
}
"""By kind."""

API_VERSIONS: Mapping[str, str] = {
    "Deployment": "apps/v1",
    "StatefulSet": "apps/v1",
    "DaemonSet": "apps/v1",
    "Job": "batch/v1",
    "CronJob": "batch/v1",
    "Service": "v1",
    "ServiceAccount": "v1",
    "ConfigMap": "v1",
    "HorizontalPodAutoscaler": "autoscaling/v2",
    "PodDisruptionBudget": "policy/v1",
    "PersistentVolumeClaim": "v1",
    "HTTPRoute": "gateway.networking.k8s.io/v1",
    "ExternalSecret": "external-secrets.io/v1",
    "SealedSecret": "bitnami.com/v1alpha1",
    "ServiceMonitor": "monitoring.coreos.com/v1",
    "PodMonitor": "monitoring.coreos.com/v1",
    "PrometheusRule": "monitoring.coreos.com/v1",
    "Ingress": "networking.k8s.io/v1",
    "NetworkPolicy": "networking.k8s.io/v1",
}
"""Of the kinds that have a schema here."""
