"""Traffic in and out in the manifests."""

import pytest

from chartgen import (
    Cidr,
    ConnectionTest,
    NetworkPolicy,
    Peer,
    Platform,
    RateLimit,
    Route,
    Timeouts,
    Tls,
)
from tests.manifests.rendering import BOTH, DIGEST, manifests_of

pytestmark = pytest.mark.helm


def test_a_route_becomes_an_ingress_and_an_http_route_during_a_move() -> None:
    route = Route(hosts=["orders.example.com"], timeouts=Timeouts(request_seconds=20))
    found = manifests_of(expose=BOTH, routes={"public": route})

    assert found["Ingress"]["spec"]["rules"][0]["host"] == "orders.example.com"
    rule = found["HTTPRoute"]["spec"]["rules"][0]
    assert rule["backendRefs"] == [{"group": "", "kind": "Service", "name": "orders-api", "port": 80, "weight": 1}]
    assert rule["timeouts"] == {"request": "20s"}
    assert found["HTTPRoute"]["spec"]["parentRefs"] == [
        {
            "group": "gateway.networking.k8s.io",
            "kind": "Gateway",
            "namespace": "edge",
            "name": "public",
            "sectionName": "https",
        }
    ]


def test_what_a_route_asks_of_ingress_nginx_is_in_its_annotations() -> None:
    route = Route(
        hosts=["a.example.com"],
        rate_limit=RateLimit(requests_per_second=10, connections=5),
        timeouts=Timeouts(request_seconds=20, connect_seconds=3),
        max_body_size="10Mi",
        redirect_https=False,
    )
    prefix = "nginx.ingress.kubernetes.io/"

    assert manifests_of(expose=BOTH, routes={"public": route})["Ingress"]["metadata"]["annotations"] == {
        f"{prefix}limit-connections": "5",
        f"{prefix}limit-rps": "10",
        f"{prefix}proxy-body-size": "10m",
        f"{prefix}proxy-connect-timeout": "3",
        f"{prefix}proxy-read-timeout": "20",
        f"{prefix}proxy-send-timeout": "20",
        f"{prefix}ssl-redirect": "false",
    }


def test_further_routes_have_objects_of_their_own() -> None:
    routes = {
        "admin": Route(hosts=["admin.example.com"], port="admin", tls=Tls(secret_name="wildcard")),
        "public": Route(hosts=["orders.example.com"]),
    }
    found = manifests_of(expose=BOTH, routes=routes, ports={"http": 3000, "admin": 9000})

    assert found["Ingress orders-api"]["spec"]["rules"][0]["host"] == "orders.example.com"
    admin = found["Ingress orders-api-admin"]["spec"]
    assert admin["tls"] == [{"secretName": "wildcard", "hosts": ["admin.example.com"]}]
    assert admin["rules"][0]["http"]["paths"][0]["backend"]["service"]["port"] == {"name": "admin"}
    assert found["HTTPRoute orders-api-admin"]["spec"]["rules"][0]["backendRefs"][0]["port"] == 9000


def test_a_network_policy_names_peers_and_the_platforms_parts() -> None:
    platform = Platform(
        dns=Peer(namespace="kube-system", labels={"k8s-app": "kube-dns"}),
        monitoring=Peer(namespace="monitoring", port="metrics"),
        identity=Peer(namespace="identity"),
    )
    policy = NetworkPolicy(ingress=[Peer("gateway")], egress=[Cidr("10.0.0.0/8", excluding=["10.1.0.0/16"], port=443)])
    spec = manifests_of(network_policy=policy, platform=platform, ports={"http": 3000, "metrics": 9090})[
        "NetworkPolicy"
    ]["spec"]

    assert spec["policyTypes"] == ["Ingress", "Egress"]
    assert spec["ingress"] == [
        {
            "from": [{"podSelector": {"matchLabels": {"app.kubernetes.io/name": "gateway"}}}],
            "ports": [{"port": "http", "protocol": "TCP"}, {"port": "metrics", "protocol": "TCP"}],
        },
        {
            "from": [{"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "monitoring"}}}],
            "ports": [{"port": "metrics", "protocol": "TCP"}],
        },
    ]
    assert [port["port"] for port in spec["egress"][0]["ports"]] == [53, 53]
    assert spec["egress"][1]["to"] == [{"ipBlock": {"cidr": "10.0.0.0/8", "except": ["10.1.0.0/16"]}}]
    assert spec["egress"][2]["to"] == [
        {"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "identity"}}}
    ]


def test_one_side_of_a_network_policy_may_be_left_open() -> None:
    spec = manifests_of(network_policy=NetworkPolicy(ingress=[Peer("gateway")], egress=None))["NetworkPolicy"]["spec"]

    assert spec["policyTypes"] == ["Ingress"]
    assert "egress" not in spec


def test_a_connection_test_is_a_hook_that_the_policy_admits() -> None:
    image = f"docker.io/library/busybox@{DIGEST}"
    found = manifests_of(connection_test=ConnectionTest(image=image, path="/health"), network_policy=NetworkPolicy())

    job = found["Job"]
    assert job["metadata"]["annotations"]["helm.sh/hook"] == "test"
    assert job["spec"]["template"]["spec"]["containers"][0]["command"][-1] == "http://orders-api:80/health"
    admitted = found["NetworkPolicy"]["spec"]["ingress"][0]["from"][0]["podSelector"]["matchLabels"]
    assert admitted.items() <= job["spec"]["template"]["metadata"]["labels"].items()
