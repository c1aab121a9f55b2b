"""Toggles of scaling by events."""

from collections.abc import Mapping
from typing import Any

from .kinds import daemon_set, job, stateful_set
from .sample import Values, autoscaling, changed, minimal

CPU = {
    "type": "cpu",
    "metricType": "Utilization",
    "metadata": {"value": "70"},
    "useCachedMetrics": False,
    "authentication": "",
}
OWN = {
    "type": "kafka",
    "metadata": {"bootstrapServers": "kafka:9092", "consumerGroup": "orders", "lagThreshold": "10"},
    "useCachedMetrics": True,
    "authentication": "kafka",
}
SHARED = {**OWN, "authentication": "", "authenticationRef": {"name": "kafka", "kind": "ClusterTriggerAuthentication"}}
LOGIN = {"secretTargetRef": [{"parameter": "password", "name": "kafka", "key": "password"}]}


VPA = {
    "enabled": True,
    "updateMode": "Off",
    "containerPolicies": [{"containerName": "*", "mode": "Auto", "minAllowed": {"cpu": "50m"}}],
}


def keda(**changes: Any) -> Values:
    return {
        "enabled": True,
        "minReplicaCount": 1,
        "maxReplicaCount": 10,
        "pollingInterval": 30,
        "cooldownPeriod": 300,
        "initialCooldownPeriod": 0,
        "restoreToOriginalReplicaCount": False,
        "paused": False,
        "behavior": autoscaling()["behavior"],
        "triggers": {"cpu": CPU},
        "authentications": {},
        **changes,
    }


def scaled_job(**changes: Any) -> Values:
    return {
        "minReplicaCount": 0,
        "maxReplicaCount": 10,
        "pollingInterval": 30,
        "successfulJobsHistoryLimit": 5,
        "failedJobsHistoryLimit": 5,
        "rollout": {"strategy": "gradual", "propagationPolicy": "background"},
        "scalingStrategy": {"strategy": "default", "multipleScalersCalculation": "max"},
        "paused": False,
        "triggers": {"lag": OWN},
        "authentications": {"kafka": LOGIN},
        **changes,
    }


CUSTOM = {
    "strategy": "custom",
    "multipleScalersCalculation": "max",
    "customScalingQueueLengthDeduction": 0,
    "customScalingRunningJobPercentage": "0.5",
}


def of_events(full: Values) -> Mapping[str, tuple[str, Values]]:
    """Rows by what is special about them."""
    whole = keda(
        minReplicaCount=2,
        idleReplicaCount=0,
        fallback={"failureThreshold": 3, "replicas": 4, "behavior": "static"},
        paused=True,
        pausedReplicas=0,
        triggers={"cpu": CPU, "lag": OWN, "shared": SHARED},
        authentications={"kafka": LOGIN},
    )
    return {
        "scaled by events": ("shop", changed(minimal(), keda=keda())),
        "scaled by events, with everything": ("shop", changed(full, autoscaling=None, keda=whole)),
        "not scaled by events": ("shop", changed(full, keda={**whole, "enabled": False})),
        "Jobs by events": ("shop", job(scaledJob=scaled_job())),
        "Jobs by events, paused, by a rule of one's own": (
            "shop",
            job(scaledJob=scaled_job(paused=True, scalingStrategy=CUSTOM)),
        ),
        "recommendations": ("shop", changed(minimal(), vpa=VPA, commonAnnotations={"example.com/owner": "shop"})),
        "recommendations for a DaemonSet": ("shop", daemon_set(vpa={**VPA, "minReplicas": 2})),
        "no recommendations": ("shop", changed(full, vpa={**VPA, "enabled": False})),
        "a StatefulSet that is scaled by events": ("shop", stateful_set(keda=keda())),
    }
