"""Traefik's middlewares and routes in the manifests, held against Traefik's own CRDs."""

from typing import Any

import pytest

from chartgen import (
    Chain,
    Component,
    Compress,
    ErrorPages,
    Expose,
    Identity,
    Ingress,
    IngressRoute,
    IngressRouteTls,
    Middleware,
    RedirectScheme,
    Route,
    StripPrefix,
    Traefik,
    TraefikBackend,
    TraefikHeaders,
    TraefikLogin,
    TraefikMiddleware,
    TraefikRateLimit,
    TraefikRule,
)
from tests.manifests.custom import checked_manifests_of

pytestmark = pytest.mark.helm

STRIP = TraefikMiddleware(strip_prefix=StripPrefix(prefixes=["/shop"]))


def spec_of(one: TraefikMiddleware, **said: Any) -> dict[str, Any]:
    found: dict[str, Any] = checked_manifests_of(traefik_middlewares={"own": one}, **said)["Middleware"]["spec"]
    return found


def route_of(route: IngressRoute, **said: Any) -> dict[str, Any]:
    found: dict[str, Any] = checked_manifests_of(ingress_routes={"own": route}, **said)["IngressRoute"]["spec"]
    return found


def test_a_middleware_is_named_after_the_release() -> None:
    found = checked_manifests_of(traefik_middlewares={"strip": STRIP})["Middleware"]

    assert (found["apiVersion"], found["metadata"]["name"]) == ("traefik.io/v1alpha1", "orders-api-strip")
    assert found["spec"] == {"stripPrefix": {"prefixes": ["/shop"]}}


def test_middlewares_have_traefiks_own_fields() -> None:
    assert spec_of(TraefikMiddleware(headers=TraefikHeaders(sts_seconds=60, force_sts_header=True))) == {
        "headers": {"stsSeconds": 60, "forceSTSHeader": True}
    }
    assert spec_of(TraefikMiddleware(basic_auth=TraefikLogin(secret="users", remove_header=True))) == {
        "basicAuth": {"secret": "users", "removeHeader": True}
    }
    assert spec_of(TraefikMiddleware(rate_limit=TraefikRateLimit(average=6, period="1m", burst=3))) == {
        "rateLimit": {"average": 6, "period": "1m", "burst": 3}
    }
    assert spec_of(TraefikMiddleware(redirect_scheme=RedirectScheme(permanent=True))) == {
        "redirectScheme": {"scheme": "https", "permanent": True}
    }


def test_a_middleware_that_says_nothing_more_is_there() -> None:
    assert spec_of(TraefikMiddleware(compress=Compress())) == {"compress": {}}


def test_a_chain_names_the_charts_own_and_those_of_others() -> None:
    chain = Chain(middlewares=[Middleware("strip", own=True), Middleware("login", "auth"), Middleware("near")])
    found = checked_manifests_of(traefik_middlewares={"strip": STRIP, "all": TraefikMiddleware(chain=chain)})

    assert found["Middleware orders-api-all"]["spec"]["chain"]["middlewares"] == [
        {"name": "orders-api-strip"},
        {"name": "login", "namespace": "auth"},
        {"name": "near"},
    ]


def test_pages_of_errors_come_from_a_component() -> None:
    pages = ErrorPages(status=["500-599"], query="/{status}.html", service=TraefikBackend(component="pages"))

    assert spec_of(TraefikMiddleware(errors=pages), components={"pages": Component(ports={"http": 8081})}) == {
        "errors": {
            "status": ["500-599"],
            "query": "/{status}.html",
            "service": {"kind": "Service", "name": "orders-api-pages", "port": 80},
        }
    }


def test_an_ingress_names_the_charts_own_middlewares_with_their_namespace() -> None:
    ours = Traefik(middlewares=[Middleware("strip", own=True), Middleware("login", "auth")])
    found = checked_manifests_of(
        traefik_middlewares={"strip": STRIP},
        expose=Expose(ingress=Ingress(class_name="traefik", annotations={"example.com/a": "b"})),
        routes={"public": Route(hosts=["a.example.com"], traefik=ours)},
    )

    notes = found["Ingress"]["metadata"]["annotations"]
    assert notes["traefik.ingress.kubernetes.io/router.middlewares"] == (
        "default-orders-api-strip@kubernetescrd,auth-login@kubernetescrd"
    )
    assert notes["example.com/a"] == "b"


def test_a_middleware_has_the_name_that_an_identity_states() -> None:
    found = checked_manifests_of(
        traefik_middlewares={"strip": STRIP},
        identity=Identity(objects={"Middleware/strip": "old-strip"}),
        ingress_routes={
            "own": IngressRoute(
                routes=[TraefikRule(match="PathPrefix(`/`)", middlewares=[Middleware("strip", own=True)])]
            )
        },
    )

    assert found["Middleware"]["metadata"]["name"] == "old-strip"
    assert found["IngressRoute"]["spec"]["routes"][0]["middlewares"] == [{"name": "old-strip"}]


def test_a_route_of_traefik_leads_to_the_service() -> None:
    rule = TraefikRule(match="Host(`shop.example.com`) && PathPrefix(`/shop`)")

    assert route_of(IngressRoute(entry_points=["web"], routes=[rule])) == {
        "entryPoints": ["web"],
        "routes": [
            {
                "kind": "Rule",
                "match": "Host(`shop.example.com`) && PathPrefix(`/shop`)",
                "services": [{"kind": "Service", "name": "orders-api", "port": 80}],
            }
        ],
    }


def test_a_route_of_traefik_shares_requests_out() -> None:
    backends = [
        TraefikBackend(weight=3, pass_host_header=False),
        TraefikBackend(service="old", namespace="legacy", port=8080, weight=0),
        TraefikBackend(traefik_service="api@internal"),
    ]
    found = route_of(IngressRoute(routes=[TraefikRule(match="Path(`/`)", priority=9, services=backends)]))

    assert found["routes"][0]["priority"] == 9
    assert found["routes"][0]["services"] == [
        {"kind": "Service", "name": "orders-api", "port": 80, "weight": 3, "passHostHeader": False},
        {"kind": "Service", "name": "old", "namespace": "legacy", "port": 8080, "weight": 0},
        {"kind": "TraefikService", "name": "api@internal"},
    ]


def test_a_route_of_traefik_speaks_tls_with_any_certificate() -> None:
    rules = [TraefikRule(match="Path(`/`)")]

    assert route_of(IngressRoute(routes=rules, tls=IngressRouteTls()))["tls"] == {}
    assert route_of(IngressRoute(routes=rules, tls=IngressRouteTls(cert_resolver="le")))["tls"] == {
        "certResolver": "le"
    }
    assert "tls" not in route_of(IngressRoute(routes=rules))
