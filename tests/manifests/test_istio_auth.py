"""Who may call what in an Istio mesh, in the manifests, held against Istio's own CRDs."""

from typing import Any

import pytest

from chartgen import (
    AuthorizationPolicy,
    AuthorizationRule,
    Component,
    IstioCondition,
    IstioOperation,
    IstioSource,
    JwtHeader,
    JwtRule,
    PeerAuthentication,
    PolicyTarget,
    RequestAuthentication,
)
from tests.manifests.custom import checked_manifests_of

pytestmark = pytest.mark.helm


def policy_of(one: AuthorizationPolicy, **said: Any) -> dict[str, Any]:
    found: dict[str, Any] = checked_manifests_of(authorization_policies={"own": one}, **said)["AuthorizationPolicy"]
    return found


def test_a_policy_is_about_the_pods_of_the_main_workload() -> None:
    found = checked_manifests_of(authorization_policies={"own": AuthorizationPolicy()})
    pods = found["Deployment"]["spec"]["selector"]["matchLabels"]
    policy = found["AuthorizationPolicy"]

    assert (policy["apiVersion"], policy["metadata"]["name"]) == ("security.istio.io/v1", "orders-api-own")
    assert policy["spec"] == {"selector": {"matchLabels": pods}, "action": "ALLOW"}


def test_a_policy_is_about_a_component_or_others() -> None:
    worker = {"worker": Component()}
    spec = policy_of(AuthorizationPolicy(component="worker"), components=worker)["spec"]

    assert spec["selector"]["matchLabels"]["app.kubernetes.io/component"] == "worker"
    assert policy_of(AuthorizationPolicy(labels={"app": "front"}))["spec"]["selector"] == {
        "matchLabels": {"app": "front"}
    }
    assert "selector" not in policy_of(AuthorizationPolicy(namespace_wide=True))["spec"]
    assert policy_of(AuthorizationPolicy(targets=[PolicyTarget(name="public")]))["spec"]["targetRefs"] == [
        {"group": "gateway.networking.k8s.io", "kind": "Gateway", "name": "public"}
    ]


def test_a_rule_says_who_asks_for_what_and_when() -> None:
    rule = AuthorizationRule(
        sources=[IstioSource(principals=["cluster.local/ns/shop/sa/front"]), IstioSource(namespaces=["shop"])],
        operations=[IstioOperation(methods=["GET"], paths=["/api/*"], ports=["http", 9090])],
        conditions=[IstioCondition(key="request.headers[X]", not_values=["1"])],
    )

    assert policy_of(AuthorizationPolicy(action="DENY", rules=[rule, AuthorizationRule()]))["spec"]["rules"] == [
        {
            "from": [
                {"source": {"principals": ["cluster.local/ns/shop/sa/front"]}},
                {"source": {"namespaces": ["shop"]}},
            ],
            "to": [{"operation": {"methods": ["GET"], "paths": ["/api/*"], "ports": ["3000", "9090"]}}],
            "when": [{"key": "request.headers[X]", "notValues": ["1"]}],
        },
        {},
    ]


def test_somebody_else_decides() -> None:
    spec = policy_of(AuthorizationPolicy(action="CUSTOM", provider="opa", rules=[AuthorizationRule()]))["spec"]

    assert (spec["action"], spec["provider"]) == ("CUSTOM", {"name": "opa"})


def test_callers_need_mutual_tls_but_on_some_ports() -> None:
    ports = {"http": 3000, "metrics": 9090}
    strict = PeerAuthentication(ports={"metrics": "PERMISSIVE"})
    spec = checked_manifests_of(ports=ports, peer_authentications={"own": strict})["PeerAuthentication"]["spec"]

    assert spec["mtls"] == {"mode": "STRICT"}
    assert spec["portLevelMtls"] == {"9090": {"mode": "PERMISSIVE"}}


def test_tokens_of_an_issuer_are_valid() -> None:
    rule = JwtRule(
        issuer="https://login.example.com",
        jwks_uri="https://login.example.com/keys",
        from_headers=[JwtHeader(name="X-Token", prefix="Bearer ")],
        output_claim_to_headers={"X-User": "sub"},
        forward_original_token=True,
    )
    login = RequestAuthentication(jwt_rules=[rule])
    spec = checked_manifests_of(request_authentications={"own": login})["RequestAuthentication"]["spec"]

    assert spec["jwtRules"] == [
        {
            "issuer": "https://login.example.com",
            "jwksUri": "https://login.example.com/keys",
            "fromHeaders": [{"name": "X-Token", "prefix": "Bearer "}],
            "outputClaimToHeaders": [{"header": "X-User", "claim": "sub"}],
            "forwardOriginalToken": True,
        }
    ]
