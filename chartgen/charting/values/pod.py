"""What the pod reads beside its containers: security, scheduling, DNS, volumes."""

from collections.abc import Sequence

from chartgen.charting.values.container import Values, seccomp_profile, stated
from chartgen.layering.facts import fs_group
from chartgen.models.scheduling import NodeRequirement, PodAffinity
from chartgen.models.service import WorkloadSpec


def security_context(spec: WorkloadSpec) -> Values:
    """The pod's security settings; the policy for its group's files only beside the group."""
    own, group = spec.pod_security_context, fs_group(spec)
    return stated(
        {
            "runAsNonRoot": own.run_as_non_root,
            "runAsUser": own.run_as_user,
            "runAsGroup": own.run_as_group,
            "fsGroup": group,
            "fsGroupChangePolicy": own.fs_group_change_policy if group is not None else None,
            "supplementalGroups": list(own.supplemental_groups),
            "seccompProfile": seccomp_profile(own.seccomp),
        }
    )


def affinity(spec: WorkloadSpec) -> Values:
    """Nodes and other pods that this pod seeks."""
    return {
        **({"nodeAffinity": _node_affinity(spec.node_requirements)} if spec.node_requirements else {}),
        **({"podAffinity": _pod_affinity(spec.pod_affinity)} if spec.pod_affinity else {}),
    }


def spread(spec: WorkloadSpec) -> Values:
    """How the copies keep apart."""
    return {"hosts": spec.spread.hosts or "", "zones": spec.spread.zones or ""}


def tolerations(spec: WorkloadSpec) -> list[Values]:
    """Taints that are tolerated; all of them by a DaemonSet that is meant for every node."""
    if spec.kind == "DaemonSet" and spec.daemon_set.every_node:
        return [{"operator": "Exists"}]
    return [
        stated(
            {
                "key": one.key,
                "operator": one.operator,
                "value": one.value,
                "effect": one.effect,
                "tolerationSeconds": one.toleration_seconds,
            }
        )
        for one in spec.tolerations
    ]


def dns_config(spec: WorkloadSpec) -> Values:
    """What is added to resolv.conf."""
    dns = spec.dns
    options = [stated({"name": option.name, "value": option.value}) for option in dns.options]
    return stated({"nameservers": list(dns.nameservers), "searches": list(dns.searches), "options": options})


def _node_affinity(requirements: Sequence[NodeRequirement]) -> Values:
    required = [_expression(one) for one in requirements if one.weight is None]
    preferred = [
        {"weight": one.weight, "preference": {"matchExpressions": [_expression(one)]}}
        for one in requirements
        if one.weight is not None
    ]
    return {
        **(
            {"requiredDuringSchedulingIgnoredDuringExecution": {"nodeSelectorTerms": [{"matchExpressions": required}]}}
            if required
            else {}
        ),
        **({"preferredDuringSchedulingIgnoredDuringExecution": preferred} if preferred else {}),
    }


def _expression(one: NodeRequirement) -> Values:
    return stated({"key": one.key, "operator": one.operator, "values": list(one.values)})


def _pod_affinity(neighbours: Sequence[PodAffinity]) -> Values:
    required = [_neighbour(one) for one in neighbours if one.weight is None]
    preferred = [
        {"weight": one.weight, "podAffinityTerm": _neighbour(one)} for one in neighbours if one.weight is not None
    ]
    return stated(
        {
            "requiredDuringSchedulingIgnoredDuringExecution": required,
            "preferredDuringSchedulingIgnoredDuringExecution": preferred,
        }
    )


def _neighbour(one: PodAffinity) -> Values:
    return stated(
        {
            "labelSelector": {"matchLabels": {"app.kubernetes.io/name": one.app}},
            "namespaces": [one.namespace] if one.namespace else [],
            "topologyKey": one.topology_key,
        }
    )
