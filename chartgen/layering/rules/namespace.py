"""What a namespace must keep to: bounds in order, quotas of things that are counted, priorities that are free."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from chartgen.layering.problem import Problem
from chartgen.layering.rules.access import problems_of_grants
from chartgen.layering.rules.policy import peer_problems, platform_problems
from chartgen.models.base import MUST
from chartgen.models.namespace import HIGHEST_PRIORITY, Amounts, ContainerLimits, NamespaceSpec, Quota
from chartgen.models.networking import ProjectService
from chartgen.models.types import millis
from chartgen.project.shapes import FieldPath

_OF_THE_CLUSTER = ("default", "kube-system", "kube-public", "kube-node-lease")
_RESERVED_LABELS = ("pod-security.kubernetes.io/", "kubernetes.io/metadata.name", "app.kubernetes.io/", "helm.sh/")
_RESERVED_ANNOTATIONS = ("helm.sh/", "meta.helm.sh/")
_OF_PODS = ("pods", "cpu", "memory", "cpu_limit", "memory_limit")
_OPPOSITES = (("BestEffort", "NotBestEffort"), ("Terminating", "NotTerminating"))
_AMOUNTS = ("cpu", "memory", "ephemeral_storage")


def name_is_free(spec: NamespaceSpec) -> Iterator[Problem]:
    """The namespace is not one of the cluster's own."""
    name = spec.namespace or spec.name
    if name is MUST:
        return
    if name in _OF_THE_CLUSTER or name.startswith("kube-"):
        field = "namespace" if spec.namespace else "name"
        yield Problem((field,), f"is {name!r}, which is the cluster's own; teams have namespaces of their own")


def labels_are_free(spec: NamespaceSpec) -> Iterator[Problem]:
    """Labels and annotations that the chart prints are not stated."""
    for key in spec.labels:
        if key.startswith(_RESERVED_LABELS) or (key == "owner" and spec.owner is not None):
            hint = {"pod": "state it in pod_security", "own": "state it in owner"}.get(key[:3], "")
            yield Problem(("labels", key), "is a label that the chart or Kubernetes prints itself", hint)
    for key in spec.annotations:
        if key.startswith(_RESERVED_ANNOTATIONS):
            yield Problem(("annotations", key), "is an annotation that the chart or Helm prints itself")


def quotas_count_something(spec: NamespaceSpec) -> Iterator[Problem]:
    """A quota limits something, and what its scope can count."""
    for name, quota in spec.quotas.items():
        path: FieldPath = ("quotas", name)
        stated = [field for field in type(quota).model_fields if getattr(quota, field) and field not in _SCOPES]
        stated += [field for field in type(quota).model_fields if getattr(quota, field) == 0]
        if not stated:
            yield Problem(path, "limits nothing", 'write cpu="10", memory="20Gi", pods=50')
        yield from _of_scopes(quota, stated, path)
        for resource in quota.objects:
            yield from _of_objects(resource, path)


_SCOPES = ("scopes", "priority_classes")


def _of_scopes(quota: Quota, stated: list[str], path: FieldPath) -> Iterator[Problem]:
    for one, other in _OPPOSITES:
        if one in quota.scopes and other in quota.scopes:
            yield Problem((*path, "scopes"), f"are {one} and {other}, which no pod is both of")
    if len(set(quota.scopes)) != len(quota.scopes):
        yield Problem((*path, "scopes"), "name one twice")
    counted = ("pods",) if "BestEffort" in quota.scopes else _OF_PODS
    for field in stated:
        if (quota.scopes or quota.priority_classes) and field not in counted:
            scope = "scopes" if quota.scopes else "priority_classes"
            text = f"can't be counted in a scope, where only {', '.join(counted)} can"
            yield Problem((*path, field), text, "make it a quota of its own, without a scope", also=((*path, scope),))


def _of_objects(resource: str, path: FieldPath) -> Iterator[Problem]:
    fields = {
        "pods": "pods",
        "services": "services",
        "configmaps": "config_maps",
        "secrets": "secrets",
        "persistentvolumeclaims": "claims",
    }
    if resource in fields:
        yield Problem((*path, "objects", resource), f"has a field of its own: {fields[resource]}")


def limits_are_in_order(spec: NamespaceSpec) -> Iterator[Problem]:
    """The least is below the default request, that below the default limit, and that below the most."""
    limits = spec.limit_range
    if limits is None:
        return
    if limits.container:
        yield from _of_containers(limits.container)
    if limits.pod:
        for resource in _AMOUNTS:
            pair = ("min", limits.pod.min), ("max", limits.pod.max)
            yield from _in_order(("limit_range", "pod"), resource, pair)
    claim = limits.claim
    if claim and claim.min is None and claim.max is None:
        yield Problem(("limit_range", "claim"), "says neither min nor max", 'write max="100Gi"')
    if claim and claim.min and claim.max and millis(claim.min) > millis(claim.max):
        path = ("limit_range", "claim", "min")
        yield Problem(path, f"is {claim.min}, above max, which is {claim.max}", also=(("limit_range", "claim", "max"),))
    if not (limits.container or limits.pod or claim):
        yield Problem(("limit_range",), "limits nothing", "write container=ContainerLimits(…), or None for none")


def _of_containers(container: ContainerLimits) -> Iterator[Problem]:
    steps = tuple((name, getattr(container, name)) for name in ("min", "default_request", "default", "max"))
    for resource in _AMOUNTS:
        yield from _in_order(("limit_range", "container"), resource, steps)


def _in_order(at: FieldPath, resource: str, steps: tuple[tuple[str, Amounts], ...]) -> Iterator[Problem]:
    stated = [(name, amount) for name, own in steps if (amount := getattr(own, resource)) is not None]
    for (lower, less), (upper, more) in pairwise(stated):
        if millis(less) > millis(more):
            also = ((*at, upper, resource),)
            text = f"is {less}, above {upper}.{resource}, which is {more}"
            yield Problem((*at, lower, resource), text, also=also)


def priorities_are_free(spec: NamespaceSpec) -> Iterator[Problem]:
    """Priorities and their names are not Kubernetes' own, and at most one is everybody's."""
    everybodys = [name for name, one in spec.priority_classes.items() if one.global_default]
    for name, one in spec.priority_classes.items():
        path: FieldPath = ("priority_classes", name)
        if one.value > HIGHEST_PRIORITY:
            text = f"is {one.value}; what lies above {HIGHEST_PRIORITY} is Kubernetes' own"
            yield Problem((*path, "value"), text)
        if name.startswith("system-"):
            yield Problem(path, "begins with system-, as only Kubernetes' own do")
    for name in everybodys[1:]:
        also = (("priority_classes", everybodys[0], "global_default"),)
        text = "is True, and so is another class's: a pod that names none has one"
        yield Problem(("priority_classes", name, "global_default"), text, also=also)


def access_is_complete(spec: NamespaceSpec) -> Iterator[Problem]:
    """Access says who, and to what."""
    for name, one in spec.access.items():
        path: FieldPath = ("access", name)
        if not (one.groups or one.users or one.service_accounts):
            yield Problem(path, "says nobody", 'write groups=["oidc:payments"]')
        if one.role is None and not one.grants:
            yield Problem(path, "says nothing that they may do", 'write role="edit", or grants')
        if one.role == "cluster-admin" and one.because is None:
            hint = 'write because="…", or role="admin"'
            yield Problem((*path, "role"), "is cluster-admin, which needs a reason", hint)
        yield from problems_of_grants(one.grants, (*path, "grants"))
        for index, grant in enumerate(one.grants):
            for field in ("cluster", "namespace"):
                if getattr(grant, field):
                    yield Problem((*path, "grants", index, field), "leads out of the namespace; take it away")


def peers_are_whole(spec: NamespaceSpec) -> Iterator[Problem]:
    """A peer's ports, namespace, conditions and block are what Kubernetes takes."""
    yield from platform_problems(spec.platform)
    for side in ("ingress", "egress"):
        for index, peer in enumerate((spec.default_deny and getattr(spec.default_deny, side)) or ()):
            path: FieldPath = ("default_deny", side, index)
            if isinstance(peer, ProjectService):
                text = "is a service of the project, whose ports are for one service to name and not for all pods"
                yield Problem(path, text, f'write Peer("{peer.service}")')
            else:
                yield from peer_problems(path, peer)


def policy_holds_something_back(spec: NamespaceSpec) -> Iterator[Problem]:
    """A policy for neither direction refuses nothing."""
    if spec.default_deny and spec.default_deny.ingress is None and spec.default_deny.egress is None:
        yield Problem(("default_deny",), "refuses nothing", "write default_deny=None")


NAMESPACE_RULES: tuple[Callable[[NamespaceSpec], Iterator[Problem]], ...] = (
    name_is_free,
    labels_are_free,
    quotas_count_something,
    limits_are_in_order,
    priorities_are_free,
    access_is_complete,
    peers_are_whole,
    policy_holds_something_back,
)


def broken_namespace(spec: NamespaceSpec) -> Iterator[Problem]:
    """Everything that Kubernetes or Helm could not take of a namespace."""
    for rule in NAMESPACE_RULES:
        yield from rule(spec)
