"""Where pods run: nodes, other pods, and the parts of the cluster that copies spread over."""

from collections.abc import Mapping, Sequence

from chartgen.charting.values.container import Values, stated
from chartgen.models.networking import LabelRequirement
from chartgen.models.placement import SpotNodes
from chartgen.models.scheduling import NodeRequirement, OtherPods
from chartgen.models.service import Spec, WorkloadSpec

_SPOT: Mapping[SpotNodes, tuple[str, str]] = {
    "eks": ("eks.amazonaws.com/capacityType", "SPOT"),
    "gke": ("cloud.google.com/gke-spot", "true"),
    "aks": ("kubernetes.azure.com/scalesetpriority", "spot"),
    "karpenter": ("karpenter.sh/capacity-type", "spot"),
}
"""Label and value of nodes that may be taken back.

Sources: https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html
https://cloud.google.com/kubernetes-engine/docs/concepts/spot-vms https://learn.microsoft.com/azure/aks/spot-node-pool
https://karpenter.sh/docs/concepts/scheduling/
"""


def affinity(spec: WorkloadSpec, service: Spec) -> Values:
    """Nodes and other pods that this pod seeks or keeps away from."""
    return stated(
        {
            "nodeAffinity": _node_affinity([*spec.node_requirements, *_spot(spec, service)]),
            "podAffinity": _pod_affinity(spec.pod_affinity),
            "podAntiAffinity": _pod_affinity(spec.pod_anti_affinity),
        }
    )


def node_selector(spec: WorkloadSpec) -> Values:
    """Labels that a node must carry."""
    arch = {"kubernetes.io/arch": spec.arch} if spec.arch else {}
    return dict(sorted({**spec.node_selector, **arch}.items()))


def spot_toleration(spec: WorkloadSpec, service: Spec) -> list[Values]:
    """The taint of nodes that may be taken back, which some platforms put there; where it is not, it does no harm."""
    if spec.spot not in ("prefer", "require") or service.platform.spot is None:
        return []
    key, value = _SPOT[service.platform.spot]
    return [{"key": key, "operator": "Equal", "value": value, "effect": "NoSchedule"}]


def spread(spec: WorkloadSpec) -> Values:
    """How the copies keep apart; Kubernetes' defaults are written out."""
    return {
        "hosts": spec.spread.hosts or "",
        "zones": spec.spread.zones or "",
        "constraints": [
            stated(
                {
                    "topologyKey": one.topology_key,
                    "maxSkew": one.max_skew,
                    "whenUnsatisfiable": "DoNotSchedule" if one.mode == "hard" else "ScheduleAnyway",
                    "minDomains": one.min_domains,
                    "nodeAffinityPolicy": one.node_affinity_policy,
                    "nodeTaintsPolicy": one.node_taints_policy,
                }
            )
            for _, one in sorted(spec.spread.constraints.items())
            if one
        ],
    }


def _spot(spec: WorkloadSpec, service: Spec) -> list[NodeRequirement]:
    if spec.spot is None or service.platform.spot is None:
        return []
    key, value = _SPOT[service.platform.spot]
    weight = 100 if spec.spot == "prefer" else None
    return [NodeRequirement(key=key, operator="NotIn" if spec.spot == "avoid" else "In", values=[value], weight=weight)]


def _node_affinity(requirements: Sequence[NodeRequirement]) -> Values | None:
    required = [expression(one) for one in requirements if one.weight is None]
    preferred = [
        {"weight": one.weight, "preference": {"matchExpressions": [expression(one)]}}
        for one in requirements
        if one.weight is not None
    ]
    terms = {"nodeSelectorTerms": [{"matchExpressions": required}]} if required else None
    found = {
        "requiredDuringSchedulingIgnoredDuringExecution": terms,
        "preferredDuringSchedulingIgnoredDuringExecution": preferred,
    }
    return stated(found) or None


def expression(one: NodeRequirement | LabelRequirement) -> Values:
    """A condition on a label, an item of ``matchExpressions``."""
    return stated({"key": one.key, "operator": one.operator, "values": list(one.values)})


def _pod_affinity(neighbours: Sequence[OtherPods]) -> Values | None:
    required = [_neighbour(one) for one in neighbours if one.weight is None]
    preferred = [
        {"weight": one.weight, "podAffinityTerm": _neighbour(one)} for one in neighbours if one.weight is not None
    ]
    found = {
        "requiredDuringSchedulingIgnoredDuringExecution": required,
        "preferredDuringSchedulingIgnoredDuringExecution": preferred,
    }
    return stated(found) or None


def _neighbour(one: OtherPods) -> Values:
    labels = {**({"app.kubernetes.io/name": one.app} if one.app else {}), **one.labels}
    selector = {
        "matchLabels": dict(sorted(labels.items())) or None,
        "matchExpressions": [expression(condition) for condition in one.expressions],
    }
    return stated(
        {
            "labelSelector": stated(selector),
            "namespaces": list(one.namespaces or ([one.namespace] if one.namespace else [])),
            "namespaceSelector": _namespaces(one),
            "topologyKey": one.topology_key,
            "matchLabelKeys": list(one.match_label_keys),
            "mismatchLabelKeys": list(one.mismatch_label_keys),
        }
    )


def _namespaces(one: OtherPods) -> Values | None:
    """Namespaces by their labels; a selector that asks for nothing means all of them."""
    if one.any_namespace:
        return {}
    selector = {
        "matchLabels": dict(sorted(one.namespace_labels.items())) or None,
        "matchExpressions": [expression(condition) for condition in one.namespace_expressions],
    }
    return stated(selector) or None
