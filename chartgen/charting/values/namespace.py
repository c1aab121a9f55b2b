"""The values of a namespace in one environment."""

from collections.abc import Iterator, Sequence

from chartgen.charting.values.access import rules
from chartgen.charting.values.container import Values, stated
from chartgen.charting.values.policy import names_asked_for, opened
from chartgen.charting.values_facts import NAMESPACE, properties
from chartgen.models.namespace import (
    Access,
    Amounts,
    ClaimLimits,
    ContainerLimits,
    DefaultDeny,
    LimitRange,
    NamespaceSpec,
    PodLimits,
    PodSecurity,
    PriorityClass,
    QuotaSpec,
)

_RBAC = "rbac.authorization.k8s.io"
_OF_CLASS = "storageclass.storage.k8s.io/requests.storage"


def values(spec: NamespaceSpec) -> Values:
    """Complete values, in the order of ``values_models.namespace``; sections that the environment lacks are absent."""
    sections = {
        "environment": spec.environment or "",
        "namespace": _namespace(spec),
        "podSecurity": _pod_security(spec.pod_security),
        "resourceQuotas": {name: _quota(quota) for name, quota in sorted(spec.quotas.items())} or None,
        "limitRange": _limit_range(spec.limit_range) if spec.limit_range else None,
        "networkPolicy": _network_policy(spec, spec.default_deny) if spec.default_deny else None,
        "priorityClasses": {name: _priority(one) for name, one in sorted(spec.priority_classes.items())} or None,
        "access": {name: _access(spec, one) for name, one in sorted(spec.access.items())} or None,
        "commonLabels": {"owner": spec.owner} if spec.owner else {},
    }
    return _ordered(sections)


def complete(everywhere: Sequence[Values]) -> list[Values]:
    """The values of all environments; the network policy switched off where one lacks it."""
    policy = next((own["networkPolicy"] for own in everywhere if "networkPolicy" in own), None)
    off = {"networkPolicy": {**policy, "enabled": False}} if policy else {}
    return [_ordered({**off, **own}) for own in everywhere]


def _ordered(own: Values) -> Values:
    return {key: own[key] for key in properties(NAMESPACE) if own.get(key) is not None}


def _name(spec: NamespaceSpec) -> str:
    return spec.namespace or spec.name


def _namespace(spec: NamespaceSpec) -> Values:
    return {
        "create": spec.create,
        "name": _name(spec),
        "keep": spec.keep,
        "labels": dict(sorted(spec.labels.items())),
        "annotations": dict(sorted(spec.annotations.items())),
    }


def _pod_security(own: PodSecurity) -> Values:
    levels = {"enforce": own.enforce, "audit": own.audit or own.enforce, "warn": own.warn or own.enforce}
    return {**levels, "version": own.version}


def _quota(own: QuotaSpec) -> Values:
    amounts = {
        "requests.cpu": own.cpu,
        "requests.memory": own.memory,
        "limits.cpu": own.cpu_limit,
        "limits.memory": own.memory_limit,
        "requests.ephemeral-storage": own.ephemeral_storage,
        "limits.ephemeral-storage": own.ephemeral_storage_limit,
        "requests.storage": own.storage,
        "pods": own.pods,
        "services": own.services,
        "services.loadbalancers": own.load_balancers,
        "services.nodeports": own.node_ports,
        "configmaps": own.config_maps,
        "secrets": own.secrets,
        "persistentvolumeclaims": own.claims,
    }
    classes = {f"{name}.{_OF_CLASS}": size for name, size in own.storage_classes.items()}
    objects = {f"count/{name}": most for name, most in own.objects.items()}
    hard = {name: str(most) for name, most in {**amounts, **classes, **objects}.items() if most is not None}
    return {"hard": dict(sorted(hard.items())), "scopes": list(own.scopes), "scopeSelector": _scope_selector(own)}


def _scope_selector(own: QuotaSpec) -> Values:
    if not own.priority_classes:
        return {}
    expression = {"scopeName": "PriorityClass", "operator": "In", "values": list(own.priority_classes)}
    return {"matchExpressions": [expression]}


def _limit_range(own: LimitRange) -> list[Values]:
    return [
        *([_of_containers(own.container)] if own.container else []),
        *([_of_pods(own.pod)] if own.pod else []),
        *([_of_claims(own.claim)] if own.claim else []),
    ]


def _of_containers(own: ContainerLimits) -> Values:
    """The defaults that the API server would fill in are written out, so that what is stored compares equal."""
    least, most = _amounts(own.min), _amounts(own.max)
    default = {**most, **_amounts(own.default)}
    request = {**least, **default, **_amounts(own.default_request)}
    return {"type": "Container", **_said(default=default, defaultRequest=request, min=least, max=most)}


def _of_pods(own: PodLimits) -> Values:
    return {"type": "Pod", **_said(min=_amounts(own.min), max=_amounts(own.max))}


def _of_claims(own: ClaimLimits) -> Values:
    sizes = {name: {"storage": size} if size else {} for name, size in (("min", own.min), ("max", own.max))}
    return {"type": "PersistentVolumeClaim", **_said(**sizes)}


def _amounts(own: Amounts) -> Values:
    return stated({"cpu": own.cpu, "memory": own.memory, "ephemeral-storage": own.ephemeral_storage})


def _said(**parts: Values) -> Values:
    return {name: part for name, part in parts.items() if part}


def _network_policy(spec: NamespaceSpec, own: DefaultDeny) -> Values:
    sides = [("Ingress", own.ingress), ("Egress", own.egress)]
    return {
        "enabled": True,
        "policyTypes": [name for name, peers in sides if peers is not None],
        "ingress": [] if own.ingress is None else list(_ingress(spec, own)),
        "egress": [] if own.egress is None else list(_egress(spec, own)),
    }


def _ingress(spec: NamespaceSpec, own: DefaultDeny) -> Iterator[Values]:
    if own.within:
        yield {"from": [{"podSelector": {}}]}
    for peer in [*(own.ingress or ()), *([spec.platform.monitoring] if spec.platform.monitoring else [])]:
        yield opened("from", peer)


def _egress(spec: NamespaceSpec, own: DefaultDeny) -> Iterator[Values]:
    yield names_asked_for(spec.platform)
    if own.within:
        yield {"to": [{"podSelector": {}}]}
    for peer in [*(own.egress or ()), *([spec.platform.identity] if spec.platform.identity else [])]:
        yield opened("to", peer)


def _priority(own: PriorityClass) -> Values:
    return {
        "value": own.value,
        "preemptionPolicy": own.preemption_policy,
        "globalDefault": own.global_default,
        "description": own.description,
    }


def _access(spec: NamespaceSpec, own: Access) -> Values:
    return {"role": own.role or "", "rules": rules(own.grants), "subjects": list(_subjects(spec, own))}


def _subjects(spec: NamespaceSpec, own: Access) -> Iterator[Values]:
    for kind, names in (("Group", own.groups), ("User", own.users)):
        for name in names:
            yield {"kind": kind, "apiGroup": _RBAC, "name": name}
    for account in own.service_accounts:
        namespace, _, name = account.rpartition("/")
        yield {"kind": "ServiceAccount", "name": name, "namespace": namespace or _name(spec)}
