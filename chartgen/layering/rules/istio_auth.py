"""Istio's policies: what Istio refuses, and what would let through or refuse what nobody means."""

from collections.abc import Iterator, Mapping, Sequence
from ipaddress import ip_network

from chartgen.layering.exposure import scoped
from chartgen.layering.problem import Problem
from chartgen.models.istio_auth import AuthorizationPolicy, IstioSource, PolicyScope
from chartgen.models.service import Spec
from chartgen.project.shapes import FieldPath

_ADDRESSES = ("ip_blocks", "not_ip_blocks", "remote_ip_blocks", "not_remote_ip_blocks")


def scope_is_known(spec: Spec) -> Iterator[Problem]:
    """A policy is about one thing, and a component that it names is there."""
    for at, one in _scopes(spec):
        said = [field for field in ("component", "labels", "namespace_wide", "targets") if getattr(one, field)]
        if len(said) > 1:
            yield Problem(at, f"says both {' and '.join(said)}", "keep one of them")
        if one.component and one.component not in spec.components:
            known = ", ".join(spec.components) or "none"
            yield Problem((*at, "component"), f"names {one.component!r}; the components are {known}")


def policy_is_whole(spec: Spec) -> Iterator[Problem]:
    """A policy says which calls it means, and who decides where it does not do so itself."""
    for name, one in spec.authorization_policies.items():
        at: FieldPath = ("authorization_policies", name)
        if (one.action == "CUSTOM") != (one.provider is not None):
            yield Problem((*at, "provider"), 'goes with action="CUSTOM", and is needed there')
        if one.action != "ALLOW" and not one.rules:
            text = f"are none, and {one.action} is for calls that a rule means"
            yield Problem((*at, "rules"), text, "write rules=[AuthorizationRule()] for every call")
        yield from _rule_problems(at, one)


def policy_ports_exist(spec: Spec) -> Iterator[Problem]:
    """A port by name is one of the workload; of other pods only the number is known."""
    for name, one in spec.authorization_policies.items():
        for index, rule in enumerate(one.rules):
            for number, operation in enumerate(rule.operations):
                at = ("authorization_policies", name, "rules", index, "operations", number)
                yield from _port_problems(spec, one, (*at, "ports"), operation.ports)
                yield from _port_problems(spec, one, (*at, "not_ports"), operation.not_ports)
    for name, peer in spec.peer_authentications.items():
        said: Mapping[str, object] = peer.ports
        path: FieldPath = ("peer_authentications", name, "ports")
        yield from _port_problems(spec, peer, path, [port for port, mode in said.items() if mode])


def peers_are_pods(spec: Spec) -> Iterator[Problem]:
    """Mutual TLS is asked for of pods, not of a Gateway."""
    for name, one in spec.peer_authentications.items():
        if one.targets:
            text = "is for policies of requests; choose pods by labels"
            yield Problem(("peer_authentications", name, "targets"), text)


def keys_come_from_one_place(spec: Spec) -> Iterator[Problem]:
    """The keys of an issuer stand here, or somewhere else."""
    for name, one in spec.request_authentications.items():
        for index, rule in enumerate(one.jwt_rules):
            if rule.jwks and rule.jwks_uri:
                at = ("request_authentications", name, "jwt_rules", index)
                yield Problem(at, "says both jwks and jwks_uri", "keep one of them")


def _rule_problems(at: FieldPath, one: AuthorizationPolicy) -> Iterator[Problem]:
    for index, rule in enumerate(one.rules):
        path = (*at, "rules", index)
        for number, source in enumerate(rule.sources):
            yield from _source_problems((*path, "sources", number), source)
        for number, operation in enumerate(rule.operations):
            if not operation.model_dump(exclude_defaults=True):
                yield Problem((*path, "operations", number), "says nothing; leave it out for anything")
        for number, condition in enumerate(rule.conditions):
            if not (condition.values or condition.not_values):
                yield Problem((*path, "conditions", number), "says neither values nor not_values")


def _source_problems(at: FieldPath, source: IstioSource) -> Iterator[Problem]:
    if not source.model_dump(exclude_defaults=True):
        yield Problem(at, "says nothing; leave it out for anybody")
    others = (source.principals, source.not_principals, source.namespaces, source.not_namespaces)
    if (source.service_accounts or source.not_service_accounts) and any(others):
        yield Problem(at, "says service accounts, beside which Istio takes no principals and namespaces")
    for field in _ADDRESSES:
        for index, block in enumerate(getattr(source, field)):
            if not _is_block(block):
                yield Problem((*at, field, index), f"is {block!r}, which is no address or block", "as 10.20.0.0/16")


def _port_problems(spec: Spec, scope: PolicyScope, at: FieldPath, ports: Sequence[str | int]) -> Iterator[Problem]:
    workload = scoped(spec, scope)
    for index, port in enumerate(ports):
        place = (*at, port if at[-1] == "ports" and at[0] == "peer_authentications" else index)
        if isinstance(port, str) and workload is None and scope.component is None:
            yield Problem(place, f"is {port!r}, and of other pods only the number of a port is known")
        elif isinstance(port, str) and workload is not None and port not in workload.ports:
            yield Problem(place, f"is {port!r}; the ports are {', '.join(workload.ports) or 'none'}")


def _scopes(spec: Spec) -> Iterator[tuple[FieldPath, PolicyScope]]:
    for field in ("authorization_policies", "peer_authentications", "request_authentications"):
        for name, one in getattr(spec, field).items():
            yield (field, name), one


def _is_block(text: str) -> bool:
    try:
        ip_network(text)
    except ValueError:
        return False
    return True
