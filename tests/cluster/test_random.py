"""Descriptions at random, from the models: an API server takes every object of what chartgen accepts, and keeps it."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chartgen import yamlio
from tests.charting import (
    test_configuration_at_random,
    test_namespaces_at_random,
    test_routes_at_random,
    test_services_at_random,
)
from tests.charting.test_services_at_random import LESS, rendered, resolved
from tests.cluster.accepted import refused_by_the_api_server
from tests.cluster.api import Api
from tests.sizes import size, tried

pytestmark = [pytest.mark.cluster, pytest.mark.slow]

MANY = settings(LESS, max_examples=size(50, 500))

SERVICES = {
    "any service": test_services_at_random.services(),
    "configuration": test_configuration_at_random.services(),
    "routes": test_routes_at_random.services(),
}
ENVIRONMENTS = st.sampled_from(["", "production"])


@pytest.mark.parametrize("sort", SERVICES)
def test_it_takes_every_service(sort: str, api: Api) -> None:
    taken(api, SERVICES[sort], lambda data, environment: rendered(resolved(data), environment))


def test_it_takes_every_namespace(api: Api) -> None:
    taken(api, test_namespaces_at_random.namespaces(), namespace_of)


def taken(api: Api, data: st.SearchStrategy[dict[str, Any]], render: Callable[[dict[str, Any], str], str]) -> None:
    """Asks the API server about many."""

    @given(data, ENVIRONMENTS)
    @MANY
    def ask(one: dict[str, Any], environment: str) -> None:
        manifests = yamlio.read_manifests(render(one, environment))

        assert refused_by_the_api_server(api, manifests) == []
        tried("Services and namespaces at random, taken by an API server")

    ask()


def namespace_of(data: dict[str, Any], environment: str) -> str:
    return test_namespaces_at_random.rendered(test_namespaces_at_random.resolved(data), environment)
