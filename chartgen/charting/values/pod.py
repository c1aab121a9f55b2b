"""What the pod reads beside its containers: security, scheduling, DNS, volumes."""

from collections.abc import Sequence
from typing import Any

from chartgen.charting.values.container import Values, seccomp_profile, stated
from chartgen.models.base import written_out
from chartgen.models.scheduling import NodeRequirement, PodAffinity
from chartgen.models.security import PodSecurityContext
from chartgen.models.service import WorkloadSpec
from chartgen.models.volumes import ConfigMapVolume, EmptyDir, Item, SecretVolume, Volume


def security_context(own: PodSecurityContext) -> Values:
    """The pod's security settings; the policy for its group's files only beside the group."""
    return stated(
        {
            "runAsNonRoot": own.run_as_non_root,
            "runAsUser": own.run_as_user,
            "runAsGroup": own.run_as_group,
            "fsGroup": own.fs_group,
            "fsGroupChangePolicy": own.fs_group_change_policy if own.fs_group is not None else None,
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


def volumes(spec: WorkloadSpec) -> list[Values]:
    """The pod's volumes: /tmp first, then by name."""
    own = [{"name": "tmp", "emptyDir": _empty_dir(spec.tmp)}] if spec.tmp else []
    return own + [{"name": name, **_source(volume)} for name, volume in sorted(spec.volumes.items())]


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


def _empty_dir(own: EmptyDir) -> Values:
    return stated({"medium": own.medium, "sizeLimit": own.size_limit})


def _source(volume: Volume) -> Values:
    if volume.empty_dir:
        return {"emptyDir": _empty_dir(volume.empty_dir)}
    if volume.config_map:
        config_map = written_out(volume.config_map)
        return {"configMap": {**_name("name", config_map), **_files(config_map)}}
    if volume.secret:
        secret = written_out(volume.secret)
        return {"secret": {**_name("secretName", secret), **_files(secret)}}
    claim = written_out(volume.claim) if volume.claim else None
    name: Any = claim.name if claim else ""
    return {"persistentVolumeClaim": stated({"claimName": name, "readOnly": (claim and claim.read_only) or None})}


def _name(key: str, own: ConfigMapVolume | SecretVolume) -> Values:
    return {"own": own.own} if own.own else {key: own.name}


def _files(own: ConfigMapVolume | SecretVolume) -> Values:
    """Which keys become files; Kubernetes' default mode is written out, so that what is stored compares equal."""
    return stated(
        {
            "items": [_item(item) for item in own.items],
            "defaultMode": own.default_mode if own.default_mode is not None else 0o644,
            "optional": own.optional or None,
        }
    )


def _item(item: Item) -> Values:
    return stated({"key": item.key, "path": item.path, "mode": item.mode})
