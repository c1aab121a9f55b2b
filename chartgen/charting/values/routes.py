"""Traffic from outside: what each route becomes, as Ingress, HTTPRoute or GRPCRoute."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from chartgen.charting.values.container import Values, stated
from chartgen.charting.values.controllers import of_ingress, of_route, own_middlewares
from chartgen.layering.exposure import expose_of, meant, paths_of, port_of
from chartgen.layering.facts import main_route
from chartgen.models.backends import Backend, FarTarget, Target
from chartgen.models.base import written_out
from chartgen.models.gateway import (
    Cors,
    GrpcMatch,
    GrpcRule,
    HeaderMatch,
    Headers,
    HttpMatch,
    HttpRoute,
    HttpRule,
    Mirror,
    PathMatch,
    QueryMatch,
    Redirect,
    Rewritten,
    Rule,
    UrlRewrite,
)
from chartgen.models.routes import Ingress, Route
from chartgen.models.service import Spec

_GATEWAY_API = "gateway.networking.k8s.io"
_GROUPS = {"Gateway": _GATEWAY_API, "ListenerSet": _GATEWAY_API, "Service": ""}
_GATEWAY_TYPES = {"Prefix": "PathPrefix"}
_INGRESS_TYPES = {"RegularExpression": "ImplementationSpecific"}


def ingresses(spec: Spec) -> dict[str, Values]:
    """An Ingress a route, by the route's name."""
    exposed = {name: expose_of(spec, route).ingress for name, route in spec.routes.items()}
    return {name: _ingress(spec, spec.routes[name], ingress) for name, ingress in exposed.items() if ingress}


def http_routes(spec: Spec) -> dict[str, Values]:
    """An HTTPRoute a route, by the route's name."""
    return {
        name: _gateway_route(spec, route, exposed, list(_http_rules(spec, route)))
        for name, route in spec.routes.items()
        if (exposed := expose_of(spec, route).http_route) and not route.grpc
    }


def grpc_routes(spec: Spec) -> dict[str, Values]:
    """A GRPCRoute a route that matches calls, by the route's name."""
    return {
        name: _gateway_route(spec, route, exposed, [_grpc_rule(spec, route, rule) for rule in route.grpc or ()])
        for name, route in spec.routes.items()
        if (exposed := expose_of(spec, route).http_route) and route.grpc
    }


def main_and_others(spec: Spec, objects: Mapping[str, Values]) -> tuple[Values | None, dict[str, Values]]:
    """The object with the service's own name, and the others by their route's name."""
    main = main_route(spec)
    return objects.get(main or ""), {name: one for name, one in objects.items() if name != main}


def _ingress(spec: Spec, route: Route, exposed: Ingress) -> Values:
    paths = [
        stated(
            {
                "path": path.path,
                "pathType": _INGRESS_TYPES.get(path.type, path.type),
                "backend": _elsewhere(spec, route, path),
            }
        )
        for _, path in paths_of(route)
    ]
    tls = [{"secretName": route.tls.secret_name or "", "hosts": list(route.hosts)}] if route.tls else []
    return stated(
        {
            "enabled": True,
            "className": exposed.class_name,
            "annotations": of_ingress(route, exposed),
            "traefikMiddlewares": own_middlewares(route, exposed),
            "servicePort": _own_port(spec, route),
            "defaultBackend": route.default_backend and _backend(spec, meant(route, route.default_backend)),
        }
    ) | {"hosts": [{"host": host, "paths": paths} for host in route.hosts or [""]], "tls": tls}


def _gateway_route(spec: Spec, route: Route, exposed: HttpRoute, rules: Sequence[Values]) -> Values:
    port = _own_port(spec, route)
    return {
        "enabled": True,
        "annotations": of_route(route, exposed),
        "parentRefs": list(_parents(exposed)),
        "hostnames": list(route.hosts),
        **({"servicePort": port} if port else {}),
        "rules": list(rules),
    }


def _parents(exposed: HttpRoute) -> Iterator[Values]:
    yield _parent("Gateway", exposed.gateway_namespace, exposed.gateway, exposed.listener)
    for one in exposed.parents:
        yield _parent(one.kind, one.namespace, one.name, one.listener, one.port)


def _parent(kind: str, namespace: str | None, name: str, listener: str | None, port: int | None = None) -> Values:
    said = {"group": _GROUPS[kind], "kind": kind, "namespace": namespace, "name": name}
    return stated({**said, "sectionName": listener, "port": port})


def _http_rules(spec: Spec, route: Route) -> Iterator[Values]:
    """The rules as stated, or paths with one backend together."""
    seconds = route.timeouts.request_seconds if route.timeouts else None
    timeouts = {"request": f"{seconds}s"} if seconds else None
    for rule in route.rules or ():
        matches = [_http_match(match) for match in rule.matches]
        own = rule.timeouts and stated(
            {"request": rule.timeouts.request, "backendRequest": rule.timeouts.backend_request}
        )
        filters = list(_filters(spec, route, rule))
        said = {"name": rule.name, "matches": matches, "filters": filters, "timeouts": own or timeouts}
        yield stated(said) | _backend_refs(spec, route, rule)
    together: dict[str, tuple[list[Values], Values | None]] = {}
    for _, path in paths_of(route):
        backend = _elsewhere(spec, route, path)
        together.setdefault(repr(backend), ([], backend))[0].append(_path_match(path))
    for matches, backend in together.values():
        refs = [{**backend, "weight": 1}] if backend else None
        yield stated({"matches": matches, "backendRefs": refs, "timeouts": timeouts})


def _grpc_rule(spec: Spec, route: Route, rule: GrpcRule) -> Values:
    matches = [_grpc_match(match) for match in rule.matches]
    said = {"name": rule.name, "matches": matches, "filters": list(_filters(spec, route, rule))}
    return stated(said) | _backend_refs(spec, route, rule)


def _backend_refs(spec: Spec, route: Route, rule: Rule) -> Values:
    """Where a rule leads: a redirect nowhere; absent where that is the port of the whole route."""
    refs = [_weighted(spec, route, one) for one in rule.backends]
    if isinstance(rule, HttpRule) and rule.redirect:
        return {"backendRefs": []}
    if not refs and (elsewhere := _elsewhere(spec, route, Target())):
        refs = [{**elsewhere, "weight": 1}]
    return {"backendRefs": refs} if refs else {}


def _filters(spec: Spec, route: Route, rule: Rule) -> Iterator[Values]:
    if rule.request_headers:
        yield {"type": "RequestHeaderModifier", "requestHeaderModifier": _headers(rule.request_headers)}
    if rule.response_headers:
        yield {"type": "ResponseHeaderModifier", "responseHeaderModifier": _headers(rule.response_headers)}
    if isinstance(rule, HttpRule):
        yield from _http_filters(rule)
    for mirror in rule.mirrors:
        yield {"type": "RequestMirror", "requestMirror": _mirror(spec, route, mirror)}
    for extension in rule.extensions:
        ref = {"group": extension.group, "kind": extension.kind, "name": extension.name}
        yield {"type": "ExtensionRef", "extensionRef": ref}


def _http_filters(rule: HttpRule) -> Iterator[Values]:
    if rule.redirect:
        yield {"type": "RequestRedirect", "requestRedirect": _redirect(rule.redirect)}
    if rule.rewrite:
        yield {"type": "URLRewrite", "urlRewrite": _rewritten(rule.rewrite)}
    if rule.cors:
        yield {"type": "CORS", "cors": _cors(rule.cors)}


def _headers(change: Headers) -> Values:
    def listed(entries: Mapping[str, str]) -> list[Values]:
        return [{"name": name, "value": value} for name, value in entries.items()]

    return stated({"set": listed(change.set), "add": listed(change.add), "remove": list(change.remove)})


def _redirect(redirect: Redirect) -> Values:
    said = {"scheme": redirect.scheme, **_rewritten(redirect), "port": redirect.port}
    return stated({**said, "statusCode": redirect.status_code})


def _rewritten(change: Rewritten | UrlRewrite) -> Values:
    path = None
    if change.path is not None:
        path = {"type": "ReplaceFullPath", "replaceFullPath": change.path}
    elif change.prefix is not None:
        path = {"type": "ReplacePrefixMatch", "replacePrefixMatch": change.prefix}
    return stated({"hostname": change.hostname, "path": path})


def _cors(cors: Cors) -> Values:
    return stated(
        {
            "allowOrigins": list(cors.allow_origins),
            "allowMethods": list(cors.allow_methods),
            "allowHeaders": list(cors.allow_headers),
            "exposeHeaders": list(cors.expose_headers),
            "allowCredentials": cors.allow_credentials,
            "maxAge": cors.max_age_seconds,
        }
    )


def _mirror(spec: Spec, route: Route, mirror: Mirror) -> Values:
    return stated({"backendRef": _far(spec, route, mirror), "percent": mirror.percent})


def _weighted(spec: Spec, route: Route, backend: Backend) -> Values:
    return {**_far(spec, route, backend), "weight": backend.weight}


def _far(spec: Spec, route: Route, target: FarTarget) -> Values:
    return stated({**_backend(spec, meant(route, target)), "namespace": target.namespace})


def _backend(spec: Spec, target: Target) -> Values:
    return stated({"component": target.component, "service": target.service, "port": port_of(spec, target)})


def _elsewhere(spec: Spec, route: Route, said: Target) -> Values | None:
    """Where something leads; None where that is the port of the main workload that the whole route leads to."""
    target = meant(route, said)
    backend = _backend(spec, target)
    return None if backend == {"port": _own_port(spec, route)} else backend


def _own_port(spec: Spec, route: Route) -> str | None:
    """The main workload's port that a route leads to where nothing else is said; None where it has none."""
    stated_port = None if route.component or route.service else route.port
    port = port_of(spec, Target(port=stated_port))
    return port if isinstance(port, str) else None


def _http_match(match: HttpMatch) -> Values:
    headers: Iterator[tuple[str, HeaderMatch]] = ((name, written_out(one)) for name, one in match.headers.items())
    query: Iterator[tuple[str, QueryMatch]] = ((name, written_out(one)) for name, one in match.query.items())
    return stated(
        {
            **_path_match(written_out(match.path)),
            "headers": [_named(name, one) for name, one in headers],
            "queryParams": [_named(name, one) for name, one in query],
            "method": match.method,
        }
    )


def _path_match(path: PathMatch) -> Values:
    return {"path": {"type": _GATEWAY_TYPES.get(path.type, path.type), "value": path.path}}


def _grpc_match(match: GrpcMatch) -> Values:
    headers: Iterator[tuple[str, HeaderMatch]] = ((name, written_out(one)) for name, one in match.headers.items())
    called: dict[str, Any] = stated({"service": match.service, "method": match.method})
    return stated(
        {
            "method": {"type": match.type, **called} if called else None,
            "headers": [_named(name, one) for name, one in headers],
        }
    )


def _named(name: str, one: HeaderMatch | QueryMatch) -> Values:
    return {"type": one.type, "name": name, "value": one.value}
