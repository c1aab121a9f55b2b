"""Traefik's middlewares and routes, in Traefik's shape; what is the chart's own stays a short name."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel
from pydantic.alias_generators import to_camel

from chartgen.charting.values.container import Values, stated
from chartgen.layering.exposure import port_of
from chartgen.models.controllers import Middleware
from chartgen.models.service import Spec
from chartgen.models.traefik import IngressRoute, IngressRouteTls, TraefikBackend, TraefikMiddleware, TraefikRule

_NAMES = {
    "excluded_ips": "excludedIPs",
    "force_sts_header": "forceSTSHeader",
    "native_lb": "nativeLB",
    "add_auth_cookies_to_response": "addAuthCookiesToResponse",
}
"""Fields that are not written as the others are."""


def traefik_middlewares(spec: Spec) -> dict[str, Values]:
    """A Middleware a name."""
    return {name: _middleware(spec, one) for name, one in spec.traefik_middlewares.items()}


def ingress_routes(spec: Spec) -> dict[str, Values]:
    """An IngressRoute a name."""
    return {name: _ingress_route(spec, one) for name, one in spec.ingress_routes.items()}


def middleware_refs(named: Sequence[Middleware]) -> list[Values]:
    """Middlewares by name: ``own`` for those of the chart, the provider behind the name for those of a file."""
    return [_ref(one) for one in named]


def _ref(one: Middleware) -> Values:
    if one.own:
        return {"own": one.name}
    name = one.name if one.provider == "kubernetescrd" else f"{one.name}@{one.provider}"
    return stated({"name": name, "namespace": one.namespace})


def _middleware(spec: Spec, one: TraefikMiddleware) -> Values:
    if one.chain:
        return {"chain": {"middlewares": middleware_refs(one.chain.middlewares)}}
    if one.errors:
        pages = stated({"status": list(one.errors.status), "query": one.errors.query})
        return {"errors": {**pages, "service": _backend(spec, one.errors.service)}}
    return _shape(one)


def _ingress_route(spec: Spec, one: IngressRoute) -> Values:
    return stated(
        {
            "annotations": dict(sorted(one.annotations.items())),
            "entryPoints": list(one.entry_points),
            "ingressClassName": one.ingress_class,
            "routes": [_rule(spec, rule) for rule in one.routes],
            "tls": None if one.tls is None else _tls(one.tls),
        }
    )


def _rule(spec: Spec, one: TraefikRule) -> Values:
    return stated(
        {
            "match": one.match,
            "priority": one.priority,
            "middlewares": middleware_refs(one.middlewares),
            "services": [_backend(spec, backend) for backend in one.services],
        }
    )


def _backend(spec: Spec, one: TraefikBackend) -> Values:
    """Who answers; the name of what is the chart's own is known in the template."""
    return stated(
        {
            "component": one.component,
            "service": one.service,
            "traefikService": one.traefik_service,
            "namespace": one.namespace,
            "port": None if one.traefik_service else port_of(spec, one),
            "weight": one.weight,
            "scheme": one.scheme,
            "passHostHeader": one.pass_host_header,
            "serversTransport": one.servers_transport,
            "nativeLB": one.native_lb,
            "sticky": {"cookie": _shape(one.sticky)} if one.sticky else None,
        }
    )


def _tls(one: IngressRouteTls) -> Values:
    return stated(
        {
            "secretName": one.secret_name,
            "certResolver": one.cert_resolver,
            "domains": [stated({"main": domain.main, "sans": list(domain.sans)}) for domain in one.domains],
            "options": stated({"name": one.options.name, "namespace": one.options.namespace}) if one.options else None,
        }
    )


def _shape(one: BaseModel) -> Values:
    """A model in Traefik's words, without what says nothing; a kind that says nothing more stays."""
    said = {name: getattr(one, name) for name in type(one).model_fields}
    return stated({_NAMES.get(name, to_camel(name)): _plain(value) for name, value in said.items()})


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return _shape(value)
    if isinstance(value, Mapping):
        return dict(sorted(value.items())) or None
    return list(value) if isinstance(value, (tuple, list)) else value
