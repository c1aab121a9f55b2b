"""Service, routes, network policy and the connection test."""

from pathlib import Path

import pytest

from .helms import Helm
from .sample import (
    DIGEST,
    changed,
    connection_test,
    http_route,
    ingress,
    minimal,
    network_policy,
    production,
    write_chart,
)
from .table import everything

pytestmark = pytest.mark.helm


def test_a_service_leads_to_the_ports_of_the_pods(helm: Helm, tmp_path: Path) -> None:
    spec = helm.manifests(write_chart(tmp_path, everything()))["Service/orders-api"]["spec"]

    assert spec["type"] == "ClusterIP"
    assert spec["publishNotReadyAddresses"] is False
    assert spec["internalTrafficPolicy"] == "Local"
    assert spec["sessionAffinity"] == "ClientIP"
    assert spec["ports"] == [
        {"name": "http", "port": 80, "targetPort": "http", "protocol": "TCP", "appProtocol": "http"},
        {"name": "metrics", "port": 9090, "targetPort": 9090, "protocol": "TCP"},
    ]


def test_an_ingress_leads_from_hosts_and_paths_to_the_service(helm: Helm, tmp_path: Path) -> None:
    spec = helm.manifests(write_chart(tmp_path, production()))["Ingress/orders-api"]["spec"]

    backend = {"service": {"name": "orders-api", "port": {"name": "http"}}}
    assert spec == {
        "ingressClassName": "nginx",
        "tls": [{"secretName": "orders-api-tls", "hosts": ["orders.example.com"]}],
        "rules": [
            {
                "host": "orders.example.com",
                "http": {"paths": [{"path": "/orders", "pathType": "Prefix", "backend": backend}]},
            }
        ],
    }


def test_a_stated_certificate_is_kept(helm: Helm, tmp_path: Path) -> None:
    tls = [{"secretName": "wildcard", "hosts": ["orders.example.com"]}]
    values = changed(production(), ingress=ingress("orders.example.com", tls=tls))

    assert helm.manifests(write_chart(tmp_path, values))["Ingress/orders-api"]["spec"]["tls"] == tls


def test_an_ingress_is_switched_off_by_whoever_deploys(tmp_path: Path, helm_process: Helm) -> None:
    chart = write_chart(tmp_path, production())

    assert "Ingress/orders-api" not in helm_process.manifests(chart, arguments=["--set", "ingress.enabled=false"])


def test_an_http_route_writes_out_what_the_crd_would_fill_in(helm: Helm, tmp_path: Path) -> None:
    rules = [
        {"matches": [{"path": {"type": "Exact", "value": "/"}}], "timeouts": {"request": "30s", "backendRequest": "9s"}}
    ]
    values = changed(production(), httpRoute=http_route("orders.example.com", rules=rules))

    route = helm.manifests(write_chart(tmp_path, values))["HTTPRoute/orders-api"]

    assert route["apiVersion"] == "gateway.networking.k8s.io/v1"
    assert route["spec"] == {
        "parentRefs": http_route("")["parentRefs"],
        "hostnames": ["orders.example.com"],
        "rules": [
            {
                "matches": [{"path": {"type": "Exact", "value": "/"}}],
                "backendRefs": [{"group": "", "kind": "Service", "name": "orders-api", "port": 80, "weight": 1}],
                "timeouts": {"request": "30s", "backendRequest": "9s"},
            }
        ],
    }


def test_an_environment_without_a_further_route_renders_without_it(helm: Helm, tmp_path: Path) -> None:
    chart = write_chart(tmp_path, everything())

    found = helm.manifests(chart, values={"extraIngresses": None, "extraHttpRoutes": None})

    assert {name for name in found if "Ingress" in name or "HTTPRoute" in name} == {
        "Ingress/orders-api", "HTTPRoute/orders-api",
    }  # fmt: skip


def test_a_policy_says_who_and_on_which_ports(helm: Helm, tmp_path: Path) -> None:
    spec = helm.manifests(write_chart(tmp_path, production()))["NetworkPolicy/orders-api"]["spec"]

    assert {key: spec[key] for key in ("policyTypes", "ingress", "egress")} == {
        key: network_policy()[key] for key in ("policyTypes", "ingress", "egress")
    }


def test_a_rule_without_peers_is_for_everyone_and_one_without_ports_for_every_port(helm: Helm, tmp_path: Path) -> None:
    policy = network_policy(
        ingress=[{"from": [{"ipBlock": {"cidr": "10.0.0.0/8", "except": ["10.9.0.0/16"]}}]}],
        egress=[{"ports": [{"port": 53, "protocol": "UDP"}]}],
    )

    spec = helm.manifests(write_chart(tmp_path, changed(production(), networkPolicy=policy)))[
        "NetworkPolicy/orders-api"
    ]["spec"]

    assert (spec["ingress"], spec["egress"]) == (policy["ingress"], policy["egress"])


def test_a_policy_without_rules_refuses_everything(helm: Helm, tmp_path: Path) -> None:
    values = changed(production(), networkPolicy=network_policy(ingress=[], egress=[]))

    spec = helm.manifests(write_chart(tmp_path, values))["NetworkPolicy/orders-api"]["spec"]

    assert list(spec) == ["podSelector", "policyTypes"]
    assert spec["policyTypes"] == ["Ingress", "Egress"]


@pytest.mark.parametrize(
    "identity",
    [
        None,
        {"app.kubernetes.io/name": "orders-api", "app.kubernetes.io/instance": "orders-api"},
        {"app": "orders"},
    ],
)
def test_the_pods_of_a_test_are_let_in_and_never_served(
    helm: Helm, tmp_path: Path, identity: dict[str, str] | None
) -> None:
    taken_over = {"selector": identity, "container": "", "objects": {}} if identity else None
    values = changed(production(), connectionTest=connection_test(), identity=taken_over)

    found = helm.manifests(write_chart(tmp_path, values))

    labels = found["Job/orders-api-test-connection"]["spec"]["template"]["metadata"]["labels"]
    selector = found["Service/orders-api"]["spec"]["selector"]
    assert not selector.items() <= labels.items()
    [*_, rule] = found["NetworkPolicy/orders-api"]["spec"]["ingress"]
    assert rule["ports"] == [{"port": "http", "protocol": "TCP"}]
    assert rule["from"][0]["podSelector"]["matchLabels"].items() <= labels.items()


def test_a_connection_test_is_a_job_that_ends_and_needs_no_rights(helm: Helm, tmp_path: Path) -> None:
    job = helm.manifests(write_chart(tmp_path, changed(production(), connectionTest=connection_test())))[
        "Job/orders-api-test-connection"
    ]

    pod = job["spec"]["template"]["spec"]
    [one] = pod["containers"]
    assert job["metadata"]["labels"]["app.kubernetes.io/component"] == "test"
    assert job["metadata"]["annotations"] == {
        "helm.sh/hook": "test",
        "helm.sh/hook-delete-policy": "before-hook-creation,hook-succeeded",
    }
    assert (job["spec"]["activeDeadlineSeconds"], job["spec"]["backoffLimit"]) == (60, 3)
    assert one["image"] == f"docker.io/library/busybox@{DIGEST}"
    assert one["command"][-1] == "http://orders-api:80/health/ready"
    assert pod["automountServiceAccountToken"] is False
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert one["securityContext"]["capabilities"] == {"drop": ["ALL"]}


def test_a_workload_without_ports_has_no_service(helm: Helm, tmp_path: Path) -> None:
    found = helm.manifests(write_chart(tmp_path, minimal()))

    assert not [name for name in found if name.startswith("Service/")]
