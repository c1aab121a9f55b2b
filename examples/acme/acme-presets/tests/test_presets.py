"""Services that have the presets, as Helm renders them; each lock met and broken."""

from typing import Any

import pytest

from chartgen import Image, Overlay, PresetUse, Route
from chartgen.testing import ServiceFactory, check_locks

pytest_plugins = ["chartgen.testing"]

OWNED: dict[str, Any] = {
    "owner": "team-store",
    "labels": {"cost-centre": "store"},
    "image": Image(repository="ghcr.io/acme/orders", tag="1.0.0", digest=f"sha256:{64 * '1'}"),
    "environments": {"development": Overlay(), "staging": Overlay(), "production": Overlay()},
}
"""What every service states."""


def copies(workload: dict[str, Any]) -> int:
    found: int = workload["spec"]["replicas"]
    return found


def test_a_service_that_states_what_it_must_is_taken(service: ServiceFactory) -> None:
    assert service(presets=["acme/grpc"], **OWNED).problems == []


def test_a_service_without_an_owner_is_refused(service: ServiceFactory) -> None:
    said = {key: value for key, value in OWNED.items() if key != "owner"}

    (problem,) = service(presets=["acme/grpc"], **said).problems
    assert "owner" in problem


def test_copies_grow_towards_production(service: ServiceFactory) -> None:
    orders = service(presets=["acme/grpc"], **OWNED)

    assert [copies(orders.manifest("Deployment", environment=name)) for name in OWNED["environments"]] == [1, 2, 3]


def test_an_api_scales_in_production_alone(service: ServiceFactory) -> None:
    orders = service(presets=["acme/api"], **OWNED)

    assert orders.manifest("HorizontalPodAutoscaler", environment="production")["spec"]["minReplicas"] == 3
    assert copies(orders.manifest("Deployment", environment="staging")) == 2


def test_the_shop_has_a_host_in_each_environment(service: ServiceFactory) -> None:
    orders = service(presets=["acme/api", "acme/public"], routes={"public": Route(paths=["/orders"])}, **OWNED)

    hosts = [orders.manifest("HTTPRoute", environment=name)["spec"]["hostnames"] for name in ("staging", "production")]
    assert hosts == [["shop.staging.acme.example"], ["shop.acme.example"]]


def test_a_consumer_needs_a_topic(service: ServiceFactory) -> None:
    email = PresetUse(name="acme/consumer", options={"topic": "orders", "group": "email"})

    scaler = service(presets=[email], **OWNED).manifest("ScaledObject", environment="production")
    assert scaler["spec"]["triggers"][0]["metadata"]["topic"] == "orders"
    assert service(presets=["acme/consumer"], **OWNED).problems


@pytest.mark.parametrize(
    ("said", "lock"),
    [
        ({"image": Image(repository="docker.io/orders", tag="1", digest=f"sha256:{64 * '1'}")}, "*.image.repository"),
        ({"image": Image(repository="ghcr.io/acme/orders", tag="1")}, "*.image.digest"),
        ({"network_policy": None}, "network_policy"),
        ({"labels": {"cost-centre": "moon"}}, "labels.cost-centre"),
    ],
)
def test_what_base_forbids_is_refused(service: ServiceFactory, said: dict[str, Any], lock: str) -> None:
    assert lock in service(presets=["acme/base"], **{**OWNED, **said}).broken_locks


@pytest.mark.parametrize("preset", ["base", "api", "grpc", "public", "internal", "cardholder-data"])
def test_every_lock_can_be_met_and_can_be_broken(service: ServiceFactory, preset: str) -> None:
    check_locks(service, f"acme/{preset}")
