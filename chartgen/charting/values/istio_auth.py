"""Who may call what in an Istio mesh, in Istio's shape; what selects the chart's own pods is known in the template."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic.alias_generators import to_camel

from chartgen.charting.values.container import Values, stated
from chartgen.layering.exposure import scoped
from chartgen.models.base import Model, present
from chartgen.models.istio_auth import (
    AuthorizationPolicy,
    AuthorizationRule,
    IstioOperation,
    JwtRule,
    PeerAuthentication,
    PolicyScope,
    RequestAuthentication,
)
from chartgen.models.service import Spec, WorkloadSpec


def authorization_policies(spec: Spec) -> dict[str, Values]:
    """An AuthorizationPolicy a name."""
    return {name: _authorization(spec, one) for name, one in spec.authorization_policies.items()}


def peer_authentications(spec: Spec) -> dict[str, Values]:
    """A PeerAuthentication a name."""
    return {name: _peer(spec, one) for name, one in spec.peer_authentications.items()}


def request_authentications(spec: Spec) -> dict[str, Values]:
    """A RequestAuthentication a name."""
    return {name: _request(one) for name, one in spec.request_authentications.items()}


def _authorization(spec: Spec, one: AuthorizationPolicy) -> Values:
    workload = scoped(spec, one)
    return {
        **_scope(one),
        "action": one.action,
        **stated(
            {
                "provider": {"name": one.provider} if one.provider else None,
                "rules": [_rule(rule, workload) for rule in one.rules],
            }
        ),
    }


def _peer(spec: Spec, one: PeerAuthentication) -> Values:
    ports = scoped(spec, one)
    modes = {name: mode for name, mode in present(one.ports).items() if ports}
    numbers = {str(ports.ports[name].port): {"mode": mode} for name, mode in modes.items()} if ports else {}
    return {**_scope(one), "mtls": {"mode": one.mode}, **stated({"portLevelMtls": numbers or None})}


def _request(one: RequestAuthentication) -> Values:
    return {**_scope(one), "jwtRules": [_jwt_rule(rule) for rule in one.jwt_rules]}


def _scope(one: PolicyScope) -> Values:
    """Whose calls are meant; nothing for the main workload's."""
    targets = [{"group": target.group, "kind": target.kind, "name": target.name} for target in one.targets or ()]
    return stated(
        {
            "component": one.component,
            "matchLabels": dict(sorted(one.labels.items())) if one.labels else None,
            "namespaceWide": one.namespace_wide or None,
            "targetRefs": targets,
        }
    )


def _rule(one: AuthorizationRule, workload: WorkloadSpec | None) -> Values:
    return stated(
        {
            "from": [{"source": _shape(source)} for source in one.sources],
            "to": [{"operation": {**_shape(operation), **_ports(operation, workload)}} for operation in one.operations],
            "when": [_shape(condition) for condition in one.conditions],
        }
    )


def _ports(one: IstioOperation, workload: WorkloadSpec | None) -> Values:
    return stated({"ports": _numbers(one.ports, workload), "notPorts": _numbers(one.not_ports, workload)})


def _numbers(ports: Sequence[str | int], workload: WorkloadSpec | None) -> list[str]:
    """Ports as Istio takes them: numbers as texts."""
    return [str(workload.ports[one].port if workload and isinstance(one, str) else one) for one in ports]


def _jwt_rule(one: JwtRule) -> Values:
    claims = [{"header": header, "claim": claim} for header, claim in one.output_claim_to_headers.items()]
    headers = [stated({"name": header.name, "prefix": header.prefix}) for header in one.from_headers]
    return {**_shape(one), **stated({"outputClaimToHeaders": claims, "fromHeaders": headers})}


def _shape(one: Model) -> Values:
    """The plain fields of a model, in Istio's words."""
    said = {name: getattr(one, name) for name in type(one).model_fields}
    return stated({to_camel(name): _plain(value) for name, value in said.items() if not isinstance(value, Mapping)})


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, (tuple, list)) else value
