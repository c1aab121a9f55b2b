"""What brings traffic in: Service, Ingress, HTTPRoute; the connection test."""

from collections.abc import Mapping
from typing import Any

from chartgen.charting.values.container import Values, stated
from chartgen.charting.values.nginx import annotations as nginx_annotations
from chartgen.layering.facts import main_port, main_route
from chartgen.models.base import written_out
from chartgen.models.routes import HttpRoute, Ingress, Route
from chartgen.models.service import Spec


def ingresses(spec: Spec) -> dict[str, Values]:
    """An Ingress a route, by the route's name."""
    exposed = spec.expose.ingress
    return {name: _ingress(spec, route, exposed) for name, route in spec.routes.items()} if exposed else {}


def http_routes(spec: Spec) -> dict[str, Values]:
    """An HTTPRoute a route, by the route's name."""
    exposed = spec.expose.http_route
    return {name: _http_route(spec, route, exposed) for name, route in spec.routes.items()} if exposed else {}


def main_and_others(spec: Spec, objects: Mapping[str, Values]) -> tuple[Values | None, dict[str, Values]]:
    """The object with the service's own name, and the others by their route's name."""
    main = main_route(spec)
    return objects.get(main or ""), {name: one for name, one in objects.items() if name != main}


def connection_test(spec: Spec) -> Values | None:
    """What ``helm test`` asks."""
    test = spec.connection_test
    if test is None or not spec.ports:
        return None
    return {
        "image": test.image,
        "servicePort": test.port or main_port(spec),
        "path": test.path,
        "timeoutSeconds": test.timeout_seconds,
    }


def present(entries: Mapping[str, Any]) -> Values:
    """A map without the entries that were taken back."""
    return {key: value for key, value in entries.items() if value is not None}


def _ingress(spec: Spec, route: Route, exposed: Ingress) -> Values:
    paths = [{"path": path.path, "pathType": path.type} for path in map(written_out, route.paths)]
    tls = [{"secretName": route.tls.secret_name or "", "hosts": list(route.hosts)}] if route.tls else []
    return {
        "enabled": True,
        "className": exposed.class_name,
        "annotations": _ingress_annotations(route, exposed),
        "servicePort": route.port or main_port(spec),
        "hosts": [{"host": host, "paths": paths} for host in route.hosts],
        "tls": tls,
    }


def _ingress_annotations(route: Route, exposed: Ingress) -> Values:
    issuer = {"cert-manager.io/cluster-issuer": exposed.cluster_issuer} if exposed.cluster_issuer and route.tls else {}
    controller = nginx_annotations(route) if exposed.controller == "ingress-nginx" else {}
    return dict(sorted({**issuer, **controller, **present(exposed.annotations)}.items()))


def _http_route(spec: Spec, route: Route, exposed: HttpRoute) -> Values:
    kinds = {"Prefix": "PathPrefix", "Exact": "Exact"}
    matches = [{"path": {"type": kinds[path.type], "value": path.path}} for path in map(written_out, route.paths)]
    seconds = route.timeouts.request_seconds if route.timeouts else None
    rule: Values = {"matches": matches, **({"timeouts": {"request": f"{seconds}s"}} if seconds else {})}
    return {
        "enabled": True,
        "annotations": present(exposed.annotations),
        "parentRefs": [
            stated(
                {
                    "group": "gateway.networking.k8s.io",
                    "kind": "Gateway",
                    "namespace": exposed.gateway_namespace,
                    "name": exposed.gateway,
                    "sectionName": exposed.listener,
                }
            )
        ],
        "hostnames": list(route.hosts),
        "servicePort": route.port or main_port(spec),
        "rules": [rule],
    }
