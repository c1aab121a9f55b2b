"""Facts that follow from a spec; the refusals themselves are files in tests/invalid."""

import re

import pytest

from chartgen import Port, Resources, Service, Shutdown, Spec
from chartgen.layering.facts import doubled, floor, grace_seconds, main_port, main_route, memory_limit, service_port
from chartgen.models.service import AutoscalingSpec
from chartgen.models.types import canonical, millis


def test_the_floor_is_the_autoscalers_minimum_else_the_replicas() -> None:
    assert floor(Spec(replicas=5)) == 5
    assert floor(Spec(replicas=5, autoscaling=AutoscalingSpec(min_replicas=3))) == 3


def test_the_memory_limit_is_twice_the_request_unless_stated() -> None:
    assert memory_limit(Spec(resources=Resources(memory="512Mi"))) == "1Gi"
    assert memory_limit(Spec(resources=Resources(memory="512Mi", memory_limit="768Mi"))) == "768Mi"


@pytest.mark.parametrize(
    ("quantity", "twice"), [("512Mi", "1Gi"), ("1.5Gi", "3Gi"), ("128M", "256M"), ("1", "2"), ("5E", "5E")]
)
def test_doubling_keeps_the_canonical_form(quantity: str, twice: str) -> None:
    assert doubled(canonical(quantity)) == twice


def test_the_grace_period_covers_the_drain_and_the_longest_request() -> None:
    assert grace_seconds(Spec(shutdown=Shutdown(drain_seconds=10, longest_request_seconds=105))) == 120
    assert grace_seconds(Spec(shutdown=Shutdown(grace_seconds=7))) == 7


def test_http_is_the_main_port_and_port_80_of_the_service() -> None:
    spec = Spec(ports={"metrics": Port(port=9090), "http": Port(port=8080)})

    assert main_port(spec) == "http"
    assert service_port("http", spec.ports["http"]) == 80
    assert service_port("metrics", spec.ports["metrics"]) == 9090


def test_without_ports_and_routes_there_is_no_main_one() -> None:
    assert (main_port(Spec()), main_route(Spec())) == (None, None)


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("1000m", "1"),
        ("0.5", "500m"),
        ("1024Mi", "1Gi"),
        ("1.5Gi", "1536Mi"),
        ("2000M", "2G"),
        ("0", "0"),
        ("100m", "100m"),
    ],
)
def test_quantities_are_kept_in_the_form_that_the_api_server_stores(written: str, stored: str) -> None:
    assert canonical(written) == stored
    assert millis(written) == millis(stored)


def test_a_service_may_be_written_with_nothing_but_what_differs() -> None:
    assert Service(name="x").model_fields_set == {"name"}


@pytest.mark.parametrize("quantity", ["0.0001", "1.5m", "10.1Pi", "9223372036854775808", "x"])
def test_quantities_that_kubernetes_would_round_or_refuse_are_refused(quantity: str) -> None:
    with pytest.raises(ValueError, match=re.escape(repr(quantity))):
        canonical(quantity)
