"""Which objects belong together: a workload's pods, its autoscaler and budget, what was told of any of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from chartgen.cluster.release import Expected

Manifest = Mapping[str, Any]

COMPONENT = "app.kubernetes.io/component"


def component_of(one: Manifest) -> str:
    """What the chart calls it; ``main`` where there is no such label."""
    return str(labels(one).get(COMPONENT, "main"))


def labels(one: Manifest) -> Mapping[str, str]:
    """An object's labels."""
    return one["metadata"].get("labels") or {}


def find(expected: Expected, workloads: Iterable[Manifest]) -> Manifest | None:
    """The object of a workload; of several Jobs, the youngest, since a changed one has a name of its own."""
    found = [
        one
        for one in workloads
        if one["kind"] == expected.kind and component_of(one) == expected.component and not _is_beside(one)
    ]
    return max(found, key=lambda one: str(one["metadata"].get("creationTimestamp", ""))) if found else None


def pods_of(workload: Manifest, pods: Iterable[Manifest]) -> list[Manifest]:
    """The pods that a workload's selector finds; of a CronJob, those that have its pod's labels."""
    wanted = _pod_labels(workload)
    return [pod for pod in pods if wanted and wanted.items() <= labels(pod).items()]


def autoscalers_of(workload: Manifest, autoscalers: Iterable[Manifest]) -> list[Manifest]:
    """Whatever made them: KEDA's are under names of its own."""
    target = workload["kind"], workload["metadata"]["name"]
    return [one for one in autoscalers if _target(one) == target]


def budgets_of(workload: Manifest, budgets: Iterable[Manifest]) -> list[Manifest]:
    """Those whose selector finds the workload's pods."""
    pods = workload["spec"].get("template", {}).get("metadata", {}).get("labels") or {}
    return [one for one in budgets if pods and _finds(one["spec"].get("selector") or {}, pods)]


def events_of(names: Sequence[str], events: Iterable[Manifest]) -> Iterator[Manifest]:
    """What was told of objects of these names, and of what they made: a ReplicaSet, Jobs, pods."""
    known = set(names)
    for event in events:
        about = event.get("involvedObject", {})
        name, made_by = about.get("name", ""), about.get("name", "").rpartition("-")[0]
        if name in known or (about.get("kind") in ("ReplicaSet", "Job") and made_by in known):
            yield event


def _is_beside(one: Manifest) -> bool:
    """A hook's Job, or one that a CronJob started."""
    metadata = one["metadata"]
    return "helm.sh/hook" in (metadata.get("annotations") or {}) or bool(metadata.get("ownerReferences"))


def _pod_labels(workload: Manifest) -> Mapping[str, str]:
    spec = workload["spec"]
    if workload["kind"] == "CronJob":
        return spec["jobTemplate"]["spec"]["template"].get("metadata", {}).get("labels") or {}
    return spec.get("selector", {}).get("matchLabels") or {}


def _target(autoscaler: Manifest) -> tuple[str, str]:
    target = autoscaler["spec"]["scaleTargetRef"]
    return target["kind"], target["name"]


def _finds(selector: Mapping[str, Any], pods: Mapping[str, str]) -> bool:
    wanted = selector.get("matchLabels") or {}
    return bool(wanted) and wanted.items() <= pods.items()
