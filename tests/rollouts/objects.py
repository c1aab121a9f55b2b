"""Objects as an API server has them, as plain data."""

from typing import Any

from chartgen.cluster.release import Expected, Release

Manifest = dict[str, Any]

LABELS = {
    "app.kubernetes.io/name": "orders",
    "app.kubernetes.io/instance": "orders",
    "app.kubernetes.io/component": "main",
}
IMAGE = "ghcr.io/acme/orders:1.4.2"
EXPECTED = Expected("Deployment", "main", IMAGE)
RELEASE = Release("orders", "orders", "0.1.0", (EXPECTED,))


def workload(kind: str, spec: Manifest | None = None, status: Manifest | None = None, **metadata: Any) -> Manifest:
    """One whose controller has seen its last change."""
    template = {"metadata": {"labels": LABELS}, "spec": {"containers": [{"name": "orders", "image": IMAGE}]}}
    return {
        "kind": kind,
        "metadata": {
            "name": "orders",
            "labels": {**LABELS, "helm.sh/chart": "orders-0.1.0"},
            "generation": 2,
            "creationTimestamp": "2027-01-01T10:00:00Z",
            **metadata,
        },
        "spec": {"selector": {"matchLabels": LABELS}, "template": template, **(spec or {})},
        "status": {"observedGeneration": 2, **(status or {})},
    }


def deployment(wanted: int = 3, **status: Any) -> Manifest:
    """All copies of which are well, but for what is said."""
    well = dict.fromkeys(("replicas", "updatedReplicas", "availableReplicas", "readyReplicas"), wanted)
    return workload("Deployment", {"replicas": wanted}, {**well, **status})


def pod(name: str = "orders-1", *, ready: bool = False, **said: Any) -> Manifest:
    """A pod with one container; ``state``, ``last_state``, ``restarts`` are the container's."""
    container = {
        "name": "orders",
        "image": IMAGE,
        "ready": ready,
        "restartCount": said.pop("restarts", 0),
        "state": said.pop("state", {"running": {"startedAt": "2027-01-01T10:00:01Z"}}),
        "lastState": said.pop("last_state", {}),
    }
    conditions = [
        {"type": "PodScheduled", "status": "True"},
        {"type": "Ready", "status": "True" if ready else "False"},
    ]
    return {
        "kind": "Pod",
        "metadata": {
            "name": name,
            "labels": LABELS,
            "creationTimestamp": said.pop("created", "2027-01-01T10:00:00Z"),
            **said.pop("metadata", {}),
        },
        "spec": {"containers": [{"name": "orders", "image": IMAGE}], "nodeName": "node-1"},
        "status": {"phase": "Running", "conditions": conditions, "containerStatuses": [container], **said},
    }


def event(about: str, reason: str, message: str, *, kind: str = "Pod", **said: Any) -> Manifest:
    """A warning of just now."""
    return {
        "kind": "Event",
        "metadata": {"name": f"{about}.1"},
        "involvedObject": {"kind": kind, "name": about},
        "type": "Warning",
        "reason": reason,
        "message": message,
        "count": 1,
        "lastTimestamp": "2027-01-01T10:00:30Z",
        **said,
    }
