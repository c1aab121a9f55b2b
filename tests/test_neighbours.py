"""Services of one project that name each other in their policies."""

import json
from pathlib import Path
from typing import Any

import pytest

from chartgen import yamlio
from tests.conftest import Run

HEAD = "from chartgen import *\nservice = Service(\n    "
IMAGE = 'image=Image(repository="ghcr.io/acme/x", tag="1")'

PAYMENT = f"""name="payment", {IMAGE},
    ports={{"http": 8080, "grpc": 9090, "sync": Port(port=7000, protocol="UDP")}},
    components={{"ledger": Component(ports={{"db": 5432}})}},
    network_policy=NetworkPolicy(ingress=[ProjectService("orders")]),
    environments={{"production": Overlay(ports={{"grpc": 9443}})}},
)
"""


def write(project: Path, folder: str, text: str) -> None:
    (project / folder).mkdir(exist_ok=True)
    (project / folder / "service.py").write_text(HEAD + text)


def orders(*peers: str, side: str = "egress", **more: str) -> str:
    said = "".join(f"    {name}={value},\n" for name, value in more.items())
    policy = f"NetworkPolicy({side}=[{', '.join(peers)}])"
    return f'name="orders", {IMAGE},\n    network_policy={policy},\n{said})\n'


def rules(project: Path, environment: str = "", service: str = "orders", side: str = "egress") -> list[dict[str, Any]]:
    """The rules of a policy's side, DNS left out."""
    name = f"values-{environment}.yaml" if environment else "values.yaml"
    values = yamlio.read((project / service / "chart" / name).read_text(), name).data
    found: list[dict[str, Any]] = values["networkPolicy"][side]
    return found[1:] if side == "egress" else found


@pytest.fixture
def shop(project: Path) -> Path:
    (project / "chartgen.toml").write_text("")
    write(project, "payment", PAYMENT)
    return project


def test_a_service_named_without_a_port_is_called_on_all_its_ports(shop: Path, run: Run) -> None:
    write(shop, "orders", orders('ProjectService("payment")'))

    assert run("generate", "orders")[0] == 0
    (rule,) = rules(shop)
    assert rule["to"] == [
        {"podSelector": {"matchLabels": {"app.kubernetes.io/name": "payment", "app.kubernetes.io/component": "main"}}}
    ]
    assert rule["ports"] == [
        {"port": 8080, "protocol": "TCP"},
        {"port": 9090, "protocol": "TCP"},
        {"port": 7000, "protocol": "UDP"},
    ]


def test_a_port_is_known_by_name_or_number_in_each_environment(shop: Path, run: Run) -> None:
    peers = ['ProjectService("payment", port="grpc")', 'ProjectService("payment", ports=["sync", 8080])']
    write(shop, "orders", orders(*peers, environments='{"production": Overlay(), "staging": Overlay()}'))

    assert run("generate")[0] == 0
    assert [rule["ports"] for rule in rules(shop)] == [
        [{"port": 9090, "protocol": "TCP"}],
        [{"port": 7000, "protocol": "UDP"}, {"port": 8080, "protocol": "TCP"}],
    ]
    assert rules(shop, "production")[0]["ports"] == [{"port": 9443, "protocol": "TCP"}]
    assert "networkPolicy" not in (shop / "orders/chart/values-staging.yaml").read_text()


def test_a_component_and_a_namespace_may_be_named(shop: Path, run: Run) -> None:
    write(shop, "orders", orders('ProjectService("payment", component="ledger", namespace="money")'))

    assert run("generate", "orders")[0] == 0
    (rule,) = rules(shop)
    assert rule["ports"] == [{"port": 5432, "protocol": "TCP"}]
    assert rule["to"][0]["podSelector"]["matchLabels"]["app.kubernetes.io/component"] == "ledger"
    assert rule["to"][0]["namespaceSelector"]["matchLabels"] == {"kubernetes.io/metadata.name": "money"}


def test_callers_are_named_with_the_ports_that_they_may_call(shop: Path, run: Run) -> None:
    peers = ['ProjectService("payment")', 'ProjectService("payment", component="ledger", port="admin")']
    write(shop, "orders", orders(*peers, side="ingress", ports='{"http": 3000, "admin": 9000}'))

    assert run("generate")[0] == 0
    own = rules(shop, side="ingress")
    assert [[port["port"] for port in rule["ports"]] for rule in own] == [["http", "admin"], ["admin"]]
    assert (
        rules(shop, service="payment", side="ingress")[0]["from"][0]["podSelector"]["matchLabels"][
            "app.kubernetes.io/name"
        ]
        == "orders"
    )


def test_labels_that_a_service_took_over_find_it(shop: Path, run: Run) -> None:
    said = f'name="legacy", {IMAGE}, ports={{"http": 80}}, identity=Identity(selector={{"app": "old"}}))\n'
    write(shop, "legacy", said)
    write(shop, "orders", orders('ProjectService("legacy")'))

    assert run("generate", "orders")[0] == 0
    assert rules(shop)[0]["to"] == [{"podSelector": {"matchLabels": {"app": "old"}}}]


def test_a_service_whose_folder_is_called_otherwise_is_found_by_its_name(shop: Path, run: Run) -> None:
    write(shop, "pay", PAYMENT.replace('"payment"', '"pay-v2"'))
    (shop / "broken").mkdir()
    (shop / "broken/service.py").write_text("import nothing_like_this\n")
    write(shop, "orders", orders('ProjectService("pay-v2", port="http")'))

    assert run("generate", "orders")[0] == 0


@pytest.mark.parametrize(
    ("peer", "messages"),
    [
        (
            'ProjectService("paymnt")',
            (
                "network_policy.egress[0].service: names 'paymnt', which is no service of this project\n"
                "hint: did you mean 'payment'?\n"
            ),
        ),
        (
            'ProjectService("elsewhere")',
            (
                "network_policy.egress[0].service: names 'elsewhere', which is no service of this project\n"
                'hint: for one elsewhere write Peer("elsewhere")\n'
            ),
        ),
        (
            'ProjectService("payment", port="grcp")',
            (
                "network_policy.egress[0].port: names the port 'grcp'; the ports of payment are "
                "http (8080/TCP), grpc (9090/TCP), sync (7000/UDP)\nhint: did you mean 'grpc'?\n"
            ),
        ),
        (
            'ProjectService("payment", port=7000)',
            (
                "network_policy.egress[0].port: names the port 7000; the ports of payment are "
                "http (8080/TCP), grpc (9090/TCP), sync (7000/UDP)\n"
            ),
        ),
        (
            'ProjectService("payment", component="ledgr")',
            (
                "network_policy.egress[0].component: names 'ledgr', which is no component of payment\n"
                "hint: did you mean 'ledger'?\n"
            ),
        ),
        (
            'ProjectService("orders")',
            "network_policy.egress[0].service: names 'orders', whose pods have no ports\n",
        ),
    ],
)
def test_what_the_project_has_not_is_refused(shop: Path, run: Run, peer: str, messages: str) -> None:
    write(shop, "orders", orders(peer))

    assert run("generate", "orders") == (2, "", f"error: orders/service.py:4: {messages}")


def test_a_dashboard_may_lie_beside_the_service_file(shop: Path, run: Run) -> None:
    write(shop, "orders", orders(dashboards='{"orders": File("dashboards/orders.json")}'))
    (shop / "orders/dashboards").mkdir()
    (shop / "orders/dashboards/orders.json").write_text(json.dumps({"title": "{{ orders }}"}))

    assert run("generate", "orders")[0] == 0
    values = yamlio.read((shop / "orders/chart/values.yaml").read_text(), "values.yaml").data
    assert values["dashboards"]["files"] == {"orders.json": '{"title": "{{ orders }}"}'}
