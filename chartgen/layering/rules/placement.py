"""Where pods run: nodes, other pods, spread, devices."""

from collections.abc import Iterator, Sequence

from chartgen.layering.components import workloads
from chartgen.layering.problem import Problem
from chartgen.models.scheduling import OtherPods
from chartgen.models.service import ContainerSpec, Spec, WorkloadSpec
from chartgen.models.types import millis


def other_pods_are_told(spec: WorkloadSpec) -> Iterator[Problem]:
    """Other pods are told by something, and where they are is said once."""
    for field in ("pod_affinity", "pod_anti_affinity"):
        for index, one in enumerate(getattr(spec, field)):
            if not (one.app or one.labels or one.expressions):
                yield Problem((field, index), "tells no pods", 'write app="orders-db", or labels={…}')
            if one.app and "app.kubernetes.io/name" in one.labels:
                yield Problem((field, index, "labels"), "says app.kubernetes.io/name, which app says already")
            if one.namespace and one.namespaces:
                yield Problem((field, index), "says both namespace and namespaces", "keep one of them")
            for part in ("expressions", "namespace_expressions"):
                for number, condition in enumerate(getattr(one, part)):
                    if bool(condition.values) == (condition.operator in ("Exists", "DoesNotExist")):
                        text = f"{'takes no' if condition.values else 'needs'} values with {condition.operator!r}"
                        yield Problem((field, index, part, number), text)
            yield from (problem.inside((field, index)) for problem in _key_problems(one))


def _key_problems(one: OtherPods) -> Iterator[Problem]:
    """A label is compared in one way, and all namespaces are all of them."""
    if one.any_namespace and (one.namespace_labels or one.namespace_expressions):
        yield Problem(("any_namespace",), "is True, and other fields choose namespaces by their labels")
    said = {*one.labels, *(condition.key for condition in one.expressions)}
    said |= {"app.kubernetes.io/name"} if one.app else set()
    for field, others in (("match_label_keys", said), ("mismatch_label_keys", said | {*one.match_label_keys})):
        keys: Sequence[str] = getattr(one, field)
        for index, key in enumerate(keys):
            if key in others or key in keys[:index]:
                yield Problem((field, index), f"is {key}, which another field or entry says something of already")


def constraints_differ(spec: WorkloadSpec) -> Iterator[Problem]:
    """A part of the cluster is spread over once in each way, and minimal domains go with insisting."""
    seen: dict[tuple[str, str], tuple[str, ...]] = {}
    if spec.spread.zones:
        seen["topology.kubernetes.io/zone", spec.spread.zones] = ("spread", "zones")
    for name, one in spec.spread.constraints.items():
        if one is None:
            continue
        at = ("spread", "constraints", name)
        if one.min_domains is not None and one.mode != "hard":
            yield Problem((*at, "min_domains"), 'goes with mode="hard" only')
        if other := seen.get((one.topology_key, one.mode)):
            text = f"spreads over {one.topology_key} by mode {one.mode!r}, which something else does already"
            hint = "write spread=Spread(zones=None)" if other == ("spread", "zones") else ""
            yield Problem(at, text, hint, also=(other,))
        seen.setdefault((one.topology_key, one.mode), at)


def processor_is_said_once(spec: WorkloadSpec) -> Iterator[Problem]:
    """The processors stand in arch, or in the node selector."""
    if spec.arch and "kubernetes.io/arch" in spec.node_selector:
        at = ("node_selector", "kubernetes.io/arch")
        yield Problem(at, "is what arch says; state it there", also=(("arch",),))


def devices_are_reserved(spec: ContainerSpec) -> Iterator[Problem]:
    """Huge pages are whole and stand beside CPU or memory, and a device is not one of Kubernetes' own resources."""
    own = spec.resources
    pages = [size for size, amount in own.hugepages.items() if amount]
    if pages and not (own.cpu or own.memory or own.cpu_limit or own.memory_limit):
        yield Problem(("resources", "hugepages"), "needs a request of cpu or memory beside it", 'write memory="128Mi"')
    for size, amount in own.hugepages.items():
        if amount and millis(amount) % millis(size):
            yield Problem(("resources", "hugepages", size), f"is {amount!r}, which is no whole number of such pages")
    for name in own.extended:
        if name.partition("/")[0].endswith("kubernetes.io"):
            yield Problem(("resources", "extended", name), "is a name that Kubernetes keeps for itself")


def spot_nodes_are_known(spec: Spec) -> Iterator[Problem]:
    """A workload that speaks of nodes that may be taken back has a platform that says how they are told."""
    for at, one in workloads(spec):
        if one.spot and spec.platform.spot is None:
            hint = 'write platform=Platform(spot="eks"), or "gke", "aks", "karpenter"; a preset, as a rule'
            yield Problem((*at, "spot"), "needs platform.spot, which says how such nodes are told", hint)
