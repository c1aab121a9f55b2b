"""Pods, as a watch saw them."""

from collections.abc import Iterable, Mapping

from tests.cluster.api import Manifest

MAIN = "main"


def of(component: str, pods: Mapping[str, Manifest]) -> list[Manifest]:
    """Those of a component."""
    label = "app.kubernetes.io/component"
    return [pod for pod in pods.values() if pod["metadata"].get("labels", {}).get(label) == component]


def available(pods: Iterable[Manifest]) -> int:
    """How many may be sent requests: they are ready, and nobody has asked them to leave."""
    return sum(_is_ready(pod) and "deletionTimestamp" not in pod["metadata"] for pod in pods)


def uids(pods: Iterable[Manifest]) -> set[str]:
    return {pod["metadata"]["uid"] for pod in pods}


def _is_ready(pod: Manifest) -> bool:
    conditions = pod["status"].get("conditions", ())
    return any(one["type"] == "Ready" and one["status"] == "True" for one in conditions)
