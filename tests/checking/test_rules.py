"""The rules of good practice, each asked of a spec."""

from typing import Any

import pytest

from chartgen.checking.lint import findings
from chartgen.checking.rules import RULES
from chartgen.layering.resolve import resolve
from chartgen.models import (
    Autoscaling,
    Expose,
    HttpGet,
    HttpRoute,
    Image,
    Ingress,
    LivenessProbe,
    Probes,
    RateLimit,
    ReadinessProbe,
    Resources,
    Route,
    Service,
    TcpSocket,
    Timeouts,
)
from tests.layers import layer

DIGEST = f"sha256:{64 * '0'}"


def found(**fields: Any) -> list[str]:
    """The rules and fields that the rules name in a service that says this."""
    said = {"image": Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"), "ports": {"http": 3000}, **fields}
    resolved = resolve([layer(Service(name="orders-api", **said))], None)
    assert resolved.messages == ()
    return [f"{finding.rule} {finding.message.path}" for finding in findings({"": resolved})]


MOVING = (
    "latest main master trunk develop dev edge nightly stable lts next canary rc beta test qa staging stage production "
    "prod release current LATEST Main v1 1 0 v12 1.4 v1.4 latest-alpine main-latest 1.4.2-SNAPSHOT snapshot"
)
FIXED = (
    "1.4.2 v1.4.2 1.4.2-rc.1 1.4.2_build7 9f1b0f2 9f1b0f2a6a4f3c1d5e8b7a9c0d2e4f6a8b1c3d5e main-9f1b0f2 123 4711 "
    "build-123 2026.11.3 2026.11 20261121 20261121-1530 r42 pr-7 release-1.4.2 a1"
)


@pytest.mark.parametrize("tag", MOVING.split())
def test_a_tag_that_may_name_another_build_tomorrow_is_found(tag: str) -> None:
    assert found(image=Image(repository="x", tag=tag)) == ["CG401 image.tag"]


@pytest.mark.parametrize("tag", FIXED.split())
def test_a_version_a_commit_and_a_build_number_are_no_moving_tags(tag: str) -> None:
    assert found(image=Image(repository="x", tag=tag)) == []


def test_a_moving_tag_beside_a_digest_is_only_a_name() -> None:
    assert found(image=Image(repository="x", tag="latest", digest=DIGEST)) == []


def test_a_tag_that_whoever_deploys_replaces_is_not_looked_at() -> None:
    assert found(image=Image(repository="x", tag="latest", set_by="deployment")) == []


def test_liveness_that_asks_what_readiness_asks_is_found() -> None:
    assert found(probes=Probes(readiness="/health", liveness="/health")) == ["CG601 probes.liveness"]


def test_other_periods_do_not_make_it_another_question() -> None:
    readiness = ReadinessProbe(http=HttpGet(path="/health"), period_seconds=7)
    liveness = LivenessProbe(http=HttpGet(path="/health"), period_seconds=60)

    assert found(probes=Probes(readiness=readiness, liveness=liveness)) == ["CG601 probes.liveness"]


def test_another_path_header_or_handler_is_another_question() -> None:
    headers = HttpGet(path="/health", headers={"X-Probe": "live"})

    assert found(probes=Probes(readiness="/health", liveness="/live")) == []
    assert found(probes=Probes(readiness="/health", liveness=LivenessProbe(http=headers))) == []
    assert found(probes=Probes(readiness="/health", liveness=LivenessProbe(tcp=TcpSocket()))) == []


def test_no_liveness_or_no_readiness_is_nothing_to_compare() -> None:
    assert found(probes=Probes(readiness="/health")) == []
    assert found(probes=Probes(readiness=None, liveness="/health")) == []


NGINX = Expose(ingress=Ingress(class_name="nginx", controller="ingress-nginx"))
PLAIN = Expose(ingress=Ingress(class_name="traefik"))
GATEWAY = Expose(http_route=HttpRoute(gateway="edge"))
EVERYTHING = Route(
    hosts=["a.example.com"],
    rate_limit=RateLimit(connections=9),
    max_body_size="10Mi",
    timeouts=Timeouts(request_seconds=30, connect_seconds=5),
)


def test_a_controller_that_is_named_carries_all_of_a_route() -> None:
    assert found(expose=NGINX, routes={"public": EVERYTHING}) == []


def test_an_ingress_without_a_controller_carries_none_of_it() -> None:
    assert found(expose=PLAIN, routes={"public": EVERYTHING}) == [
        "CG701 routes.public.rate_limit",
        "CG701 routes.public.max_body_size",
        "CG701 routes.public.timeouts.connect_seconds",
        "CG701 routes.public.timeouts.request_seconds",
    ]


def test_an_httproute_carries_the_timeout_of_a_request_alone() -> None:
    assert found(expose=GATEWAY, routes={"public": EVERYTHING}) == [
        "CG701 routes.public.rate_limit",
        "CG701 routes.public.max_body_size",
        "CG701 routes.public.timeouts.connect_seconds",
    ]


def test_a_route_that_says_only_hosts_is_printed_whole() -> None:
    assert found(expose=PLAIN, routes={"public": Route(hosts=["a.example.com"])}) == []


@pytest.mark.parametrize("resource", ["cpu", "memory"])
def test_an_autoscaler_without_the_request_that_it_looks_at_is_found(resource: str) -> None:
    scaling = Autoscaling(cpu=70 if resource == "cpu" else None, memory=80 if resource == "memory" else None)
    none: Any = {resource: None}

    assert found(autoscaling=scaling, resources=Resources(**none)) == [f"CG801 autoscaling.{resource}"]
    assert found(autoscaling=scaling) == []


def test_requests_may_be_left_out_of_what_the_autoscaler_does_not_look_at() -> None:
    assert found(autoscaling=Autoscaling(cpu=70), resources=Resources(memory=None)) == []
    assert found(resources=Resources(cpu=None, memory=None)) == []


def test_numbers_are_unique_and_in_order() -> None:
    numbers = [rule.id for rule in RULES]

    assert numbers == sorted(set(numbers))


def test_every_rule_says_what_it_is_and_why() -> None:
    assert [rule.id for rule in RULES if not rule.title or not rule.why.endswith(".")] == []
