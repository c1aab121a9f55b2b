"""Toggles of workloads of every kind, and of components of every kind beside a Deployment."""

from collections.abc import Mapping
from typing import Any

from .sample import Values, changed, minimal

_OF_DEPLOYMENTS = ("replicaCount", "strategy", "spread")
_LASTING = ("containerPorts", "readinessProbe", "livenessProbe", "startupProbe", "lifecycle", "revisionHistoryLimit")
_SHARED = ("environment", "fullnameOverride", "commonLabels", "commonAnnotations")
_INHERITED = ("image", "imagePullSecrets", "podLabels", "podAnnotations", "env", "envFrom", "serviceAccount")

ROLLING = {"type": "RollingUpdate", "rollingUpdate": {"maxSurge": 0, "maxUnavailable": "10%"}}
JOB = {"backoffLimit": 3, "completionMode": "NonIndexed", "restartPolicy": "Never", "suspend": False}
HOOK = {
    "events": "pre-install,pre-upgrade",
    "weight": "0",
    "deletePolicy": "before-hook-creation,hook-succeeded",
}
CRON_JOB = {
    "schedule": "30 2 * * *",
    "timeZone": "Europe/Berlin",
    "concurrencyPolicy": "Forbid",
    "startingDeadlineSeconds": 200,
    "successfulJobsHistoryLimit": 0,
    "failedJobsHistoryLimit": 1,
    "suspend": False,
}
CLAIM = {
    "size": "10Gi",
    "storageClassName": "fast",
    "accessModes": ["ReadWriteOnce"],
    "volumeName": "",
    "annotations": {"a.b/c": "d"},
}


def stateful_set(**changes: Any) -> Values:
    own = {
        "podManagementPolicy": "OrderedReady",
        "updateStrategy": {"type": "RollingUpdate", "rollingUpdate": {"partition": 0}},
        "persistentVolumeClaimRetentionPolicy": {"whenDeleted": "Retain", "whenScaled": "Delete"},
        "volumeClaimTemplates": {"data": CLAIM},
    }
    return _without(("strategy",), **{**own, **changes})


def daemon_set(**changes: Any) -> Values:
    return _without(_OF_DEPLOYMENTS, **{"updateStrategy": ROLLING, **changes})


_FAILURES = {
    "podFailurePolicy": {"rules": [{"action": "FailJob", "onExitCodes": {"operator": "In", "values": [42]}}]},
    "podReplacementPolicy": "Failed",
    "completionMode": "Indexed",
    "completions": 2,
    "backoffLimitPerIndex": 1,
}


def job(**changes: Any) -> Values:
    return _without((*_OF_DEPLOYMENTS, *_LASTING), **{"job": JOB, **changes})


def cron_job(**changes: Any) -> Values:
    return job(**{"cronJob": CRON_JOB, **changes})


def component(values: Values, **changes: Any) -> Values:
    """The same workload as a component, which has what it shares from the main one."""
    return changed(values, **{**dict.fromkeys((*_SHARED, *_INHERITED)), **changes})


def sidecar(**changes: Any) -> Values:
    sections = (*_LASTING[:-1], "command", "args", "workingDir", "env", "envFrom", "resources")
    rest = ("securityContext", "terminationMessagePolicy", "volumeMounts")
    return {key: value for key, value in minimal().items() if key in (*sections, *rest)} | changes


def init_container(name: str, **changes: Any) -> Values:
    return {"name": name, **{key: value for key, value in sidecar().items() if key not in _LASTING}, **changes}


def of_kinds(full: Values) -> Mapping[str, tuple[str, Values]]:
    """Rows by what is special about them; a deployment with everything carries the components."""
    image = {"repository": "ghcr.io/acme/proxy", "tag": "1.0.0", "digest": "", "pullPolicy": "Always"}
    ports = {"http": {"containerPort": 3000, "protocol": "TCP"}}
    migrate = component(job(hook=HOOK), serviceAccount=full["serviceAccount"])
    return {
        "a StatefulSet": ("shop", stateful_set(containerPorts=ports, ordinals={"start": 1}, minReadySeconds=5)),
        "a StatefulSet that is scaled": (
            "shop",
            stateful_set(
                autoscaling=full["autoscaling"],
                volumeClaimTemplates={"data": {**CLAIM, "storageClassName": "", "annotations": {}}},
                updateStrategy={"type": "OnDelete"},
                commonAnnotations={"a.b/c": "d"},
                spread={"hosts": "", "zones": "soft", "constraints": []},
            ),
        ),
        "a StatefulSet without disks": ("shop", stateful_set(volumeClaimTemplates={})),
        "a DaemonSet": ("shop", daemon_set(minReadySeconds=5, commonAnnotations={"a.b/c": "d"})),
        "a DaemonSet that is replaced by hand": ("shop", daemon_set(updateStrategy={"type": "OnDelete"})),
        "a Job": (
            "shop",
            job(job={**JOB, "activeDeadlineSeconds": 60, "completions": 2, "parallelism": 0, **_FAILURES}),
        ),
        "a Job as a hook": ("shop", job(hook=HOOK, config={"A": "b"})),
        "a CronJob": ("shop", cron_job(commonAnnotations={"a.b/c": "d"})),
        "a CronJob of the cluster's time": (
            "shop",
            cron_job(cronJob={**{k: v for k, v in CRON_JOB.items() if k != "startingDeadlineSeconds"}, "timeZone": ""}),
        ),
        "further containers": (
            "shop",
            changed(
                full,
                sidecars={"proxy": sidecar(image=image, containerPorts=ports), "plain": sidecar()},
                initContainers=[init_container("wait", image=image), init_container("copy")],
            ),
        ),
        "components": (
            "shop",
            changed(
                full,
                components={
                    "worker": component(changed(full, components=None, **_of_the_chart(full)), identity=None),
                    "plain": component(minimal()),
                    "own": component(
                        minimal(),
                        config={"A": "b"},
                        configFiles=full["configFiles"],
                        serviceAccount=full["serviceAccount"],
                        fullnameOverride="own-name",
                    ),
                    "store": component(stateful_set()),
                    "agent": component(daemon_set()),
                    "migrate": migrate,
                    "nightly": component(cron_job()),
                },
            ),
        ),
        "a component of another environment": (
            "shop",
            changed(full, components={"plain": component(minimal())}),
        ),
    }


def _of_the_chart(full: Values) -> dict[str, None]:
    sections = ("ingress", "extraIngresses", "httpRoute", "extraHttpRoutes", "networkPolicy", "connectionTest")
    return dict.fromkeys(key for key in sections if key in full)


def _without(keys: tuple[str, ...], **changes: Any) -> Values:
    return changed(minimal(), **dict.fromkeys(keys), **changes)
