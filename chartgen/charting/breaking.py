"""What is told of a change that an upgrade cannot make: which field means it, and what to type before the upgrade."""

from collections.abc import Mapping
from json import dumps

from chartgen.charting.changes import Breaking
from chartgen.layering.problem import Problem
from chartgen.project.shapes import FieldPath

ALLOW = "chartgen generate --allow-breaking"

_FIELDS: Mapping[str, FieldPath] = {
    "selector": ("identity", "selector"),
    "hook": ("job", "hook"),
    "serviceName": ("identity", "objects", "Service/headless"),
    "podManagementPolicy": ("stateful_set", "pod_management_policy"),
    "volumeClaimTemplates": ("stateful_set", "claims"),
    "value": ("value",),
    "preemptionPolicy": ("preemption_policy",),
}
"""Where a service file says what Kubernetes calls so, inside a workload."""

_PARTS = {
    "clusterIP": "headless",
    "loadBalancerClass": "load_balancer_class",
    "healthCheckNodePort": "health_check_node_port",
    "ipFamilies": "ip_families",
    "storageClassName": "storage_class",
    "accessModes": "access_modes",
    "volumeName": "volume_name",
}
"""The same inside a Service or a disk."""

_AFTER = {"Service": "it gets another address", "PriorityClass": "pods keep the old one"}
"""What it means to take an object away and make it anew."""


def problem(one: Breaking, service: str) -> Problem:
    """In words; a recipe's names are those of a release that is called like the service."""
    text, recipe = _scaling(one, service) if one.field == "scaling" else _refused(one, service)
    return Problem(_path(one), text, f"{recipe}; to write the chart: {ALLOW}")


def object_name(one: Breaking, service: str) -> str:
    """As it is in a release that is called like the service."""
    return one.name.replace("<fullname>", service)


def _path(one: Breaking) -> FieldPath:
    if one.kind == "PriorityClass":
        return ("priority_classes", one.name, *_FIELDS[one.field])
    if one.field == "scaling":
        return (*_at(one), "autoscaling" if one.after == "autoscaler" else "replicas")
    if one.field not in _PARTS:
        return (*_at(one), *_FIELDS[one.field])
    if one.kind == "PersistentVolumeClaim":
        return (*_at(one), "volumes", one.which, "owned_claim", _PARTS[one.field])
    return (*_at(one), *(("services", one.which) if one.which else ("service",)), _PARTS[one.field])


def _at(one: Breaking) -> FieldPath:
    return ("components", one.component) if one.component not in ("", "main") else ()


def _scaling(one: Breaking, service: str) -> tuple[str, str]:
    """Helm takes back a number that it has set; in Helm 4 nobody else may have set it since.

    Source: https://helm.sh/docs/topics/advanced/#three-way-strategic-merge-patches
    """
    where = f"in {one.environment}" if one.environment else "here"
    if one.after == "autoscaler":
        text = f"takes over the number of copies {where}: an upgrade by itself would go down to one copy at first"
        return text, f"first: {_handover(one, service)}; then upgrade once with Helm 4 and --server-side=true"
    text = f"have the number of copies again {where}: Helm 4 does not take it from whoever set it since"
    return text, "upgrade once with --force-conflicts in Helm 4; Helm 3 needs no help"


def _handover(one: Breaking, service: str) -> str:
    """Makes somebody else say how many there are, so that it stays when the chart says so no more."""
    metadata = {"name": object_name(one, service)}
    said = {"apiVersion": "apps/v1", "kind": one.kind, "metadata": metadata, "spec": {"replicas": one.copies}}
    return f"kubectl apply --server-side --field-manager=handover -f - <<< '{dumps(said)}'"


def _refused(one: Breaking, service: str) -> tuple[str, str]:
    if one.field == "hook":
        text = "would make a hook of a part of the release, or the other way round, under one name"
        return f"{text}: Helm deletes the new with the old", "give the component another name"
    differs = f"is {_shown(one.after)}, and {_shown(one.before)} in the chart that stands here"
    if one.field == "volumeClaimTemplates":
        differs = "are not those of the chart that stands here"
    text = f"{differs}: Kubernetes refuses to change {one.field} of a {one.kind}"
    return text, _recipe(one, object_name(one, service))


def _recipe(one: Breaking, name: str) -> str:
    if one.kind == "PersistentVolumeClaim":
        return "keep it; or give the volume another name, and move what is on the old one"
    if one.kind == "StatefulSet" and one.field != "selector":
        resized = ", and enlarge the claims that are there" if one.field == "volumeClaimTemplates" else ""
        return f"keep it; or first: kubectl delete statefulset {name} --cascade=orphan; then upgrade{resized}"
    after = {"Service": "it gets another address", "PriorityClass": "pods keep the old one"}.get(
        one.kind, "its pods stop"
    )
    return f"{_kept(one)}; or first: kubectl delete {one.kind.lower()} {name}; then upgrade ({after})"


def _kept(one: Breaking) -> str:
    if one.field != "selector" or ("<release>" in one.before.values() and "<release>" not in one.after.values()):
        return "keep it"
    old = one.before.get("app.kubernetes.io/name", "")
    selector = {key: value.replace("<release>", old) for key, value in one.before.items()}
    return f"keep it: identity=Identity(selector={dumps(selector)})"


def _shown(value: object) -> str:
    if value == "":
        return "not stated"
    return value if isinstance(value, str) else dumps(value, sort_keys=True)
