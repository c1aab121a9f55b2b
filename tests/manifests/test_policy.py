"""What a workload's network policy lets in and out."""

from typing import Any

from chartgen import (
    Cidr,
    Component,
    Expose,
    Ingress,
    LabelRequirement,
    NetworkPolicy,
    Peer,
    PeerPort,
    Platform,
    Route,
)
from tests.manifests.rendering import manifests_of


def policy_of(policy: NetworkPolicy, **said: Any) -> dict[str, Any]:
    spec: dict[str, Any] = manifests_of(network_policy=policy, **said)["NetworkPolicy"]["spec"]
    return spec


def test_a_policy_that_names_nobody_refuses_everybody_but_dns() -> None:
    spec = policy_of(NetworkPolicy())

    assert spec["policyTypes"] == ["Ingress", "Egress"]
    assert "ingress" not in spec
    assert spec["egress"] == [{"ports": [{"port": 53, "protocol": "UDP"}, {"port": 53, "protocol": "TCP"}]}]


def test_a_policy_may_refuse_every_caller_and_no_call() -> None:
    spec = policy_of(NetworkPolicy(egress=None))

    assert spec["policyTypes"] == ["Ingress"]
    assert not {"ingress", "egress"} & spec.keys()


def test_a_peer_has_several_ports_and_ranges() -> None:
    ports: list[PeerPort | str | int] = [5432, "metrics", PeerPort(port=30000, end_port=30100, protocol="UDP")]
    spec = policy_of(NetworkPolicy(egress=[Peer("db", ports=ports), Cidr("10.0.0.0/8", ports=[443, 8443])]))

    assert spec["egress"][1]["ports"] == [
        {"port": 5432, "protocol": "TCP"},
        {"port": "metrics", "protocol": "TCP"},
        {"port": 30000, "endPort": 30100, "protocol": "UDP"},
    ]
    assert [port["port"] for port in spec["egress"][2]["ports"]] == [443, 8443]


def test_a_caller_of_several_ports_has_a_rule_of_its_own() -> None:
    callers = [Peer("gateway"), Peer("admin", ports=["http", "admin"])]
    spec = policy_of(NetworkPolicy(ingress=callers), ports={"http": 3000, "admin": 9000, "grpc": 9090})

    assert [len(rule["ports"]) for rule in spec["ingress"]] == [3, 2]


def test_a_peer_is_found_by_conditions_on_its_labels() -> None:
    requirements = [
        LabelRequirement(key="tier", values=["web", "edge"]),
        LabelRequirement(key="legacy", operator="DoesNotExist"),
    ]
    spec = policy_of(NetworkPolicy(ingress=[Peer(labels={"team": "orders"}, requirements=requirements)]))

    assert spec["ingress"][0]["from"][0]["podSelector"] == {
        "matchLabels": {"team": "orders"},
        "matchExpressions": [
            {"key": "tier", "operator": "In", "values": ["web", "edge"]},
            {"key": "legacy", "operator": "DoesNotExist"},
        ],
    }


def test_a_peers_namespaces_are_one_some_or_all() -> None:
    peers = [
        Peer("a", namespace="shop"),
        Peer("b", namespace_labels={"team": "payments"}),
        Peer("c", any_namespace=True),
        Peer(any_namespace=True),
    ]
    found = policy_of(NetworkPolicy(ingress=peers))["ingress"][0]["from"]

    assert [one["namespaceSelector"] for one in found] == [
        {"matchLabels": {"kubernetes.io/metadata.name": "shop"}},
        {"matchLabels": {"team": "payments"}},
        {},
        {},
    ]
    assert "podSelector" not in found[3]


def test_a_peer_without_words_is_every_pod_of_the_namespace() -> None:
    assert policy_of(NetworkPolicy(ingress=[Peer()]))["ingress"][0]["from"] == [{"podSelector": {}}]


def test_a_workload_without_ports_takes_no_calls() -> None:
    platform = Platform(monitoring=Peer(namespace="monitoring"))
    spec = policy_of(NetworkPolicy(ingress=[Peer("gateway")]), ports={}, platform=platform)

    assert spec["policyTypes"] == ["Ingress", "Egress"]
    assert "ingress" not in spec


def test_the_edge_is_let_in_where_a_route_leads_to_the_workload() -> None:
    platform = Platform(edge=Peer(namespace="ingress-nginx"))
    expose = Expose(ingress=Ingress(class_name="nginx"))
    routes = {"public": Route(hosts=["orders.example.com"])}

    assert "ingress" not in policy_of(NetworkPolicy(), platform=platform)
    assert policy_of(NetworkPolicy(), platform=platform, expose=expose, routes=routes)["ingress"][0]["from"] == [
        {"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "ingress-nginx"}}}
    ]


def test_dns_is_asked_in_its_pods_and_at_the_nodes_cache() -> None:
    dns = Peer(namespace="kube-system", labels={"k8s-app": "kube-dns"})
    spec = policy_of(NetworkPolicy(), platform=Platform(dns=dns, node_local_dns="169.254.20.10/32"))

    assert spec["egress"][0]["to"] == [
        {
            "namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "kube-system"}},
            "podSelector": {"matchLabels": {"k8s-app": "kube-dns"}},
        },
        {"ipBlock": {"cidr": "169.254.20.10/32"}},
    ]


def test_each_component_has_the_policy_that_it_inherits_with_a_selector_of_its_own() -> None:
    policy = NetworkPolicy(ingress=[Peer("gateway"), Peer("admin", port="http")], egress=[Peer("db", port=5432)])
    components = {
        "worker": Component(network_policy=NetworkPolicy(egress=[Peer("queue", port=5672)])),
        "feed": Component(ports={"grpc": 9090}),
        "open": Component(network_policy=None),
    }
    found = manifests_of(network_policy=policy, components=components)

    worker = found["NetworkPolicy orders-api-worker"]["spec"]
    assert worker["podSelector"]["matchLabels"]["app.kubernetes.io/component"] == "worker"
    assert "ingress" not in worker
    assert worker["egress"][1]["ports"] == [{"port": 5672, "protocol": "TCP"}]
    feed = found["NetworkPolicy orders-api-feed"]["spec"]
    assert [rule["ports"] for rule in feed["ingress"]] == [[{"port": "grpc", "protocol": "TCP"}]]
    assert feed["egress"][1]["ports"] == [{"port": 5432, "protocol": "TCP"}]
    assert "NetworkPolicy orders-api-open" not in found
