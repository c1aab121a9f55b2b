"""The API server stores what a chart says: nothing is dropped or changed, nothing of a custom resource filled in.

Asked as `kubectl apply` and Helm 3 send it (an object, created) and as Helm 4 and Argo CD do (server-side).
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cluster.accepted import in_a_namespace_that_is_there
from tests.cluster.api import Api, Manifest
from tests.cluster.examples import rendered_example
from tests.cluster.stored import changed
from tests.cluster.test_accepted import ROWS, rendered
from tests.examples.cases import cases_of_single_charts, title

pytestmark = pytest.mark.cluster

DRY = "dryRun=All&fieldValidation=Strict"
SENDS: dict[str, Callable[[Api, Manifest], Manifest]] = {
    "client-side": lambda api, manifest: api.create(manifest, query=f"?{DRY}"),
    "server-side": lambda api, manifest: api.apply(manifest, query=f"&{DRY}"),
}


@pytest.mark.parametrize("way", SENDS)
@pytest.mark.parametrize("case", [pytest.param(case, id=title(case)) for case in cases_of_single_charts()])
def test_every_object_of_an_example_is_stored_as_it_was_sent(case: tuple[Path, str], way: str, api: Api) -> None:
    assert list(differences(api, rendered_example(case), way)) == []


@pytest.mark.parametrize("way", SENDS)
@pytest.mark.parametrize("row", ROWS)
def test_every_object_of_the_library_chart_is_stored_as_it_was_sent(
    row: str, way: str, api: Api, tmp_path: Path
) -> None:
    release, values = ROWS[row]

    assert list(differences(api, rendered(values, release, tmp_path), way)) == []


@pytest.mark.parametrize("way", SENDS)
def test_what_is_changed_or_filled_in_is_told_by_its_path(way: str, api: Api) -> None:
    metadata = {"name": "orders"}
    quota = {"apiVersion": "v1", "kind": "ResourceQuota", "metadata": metadata, "spec": {"hard": {"cpu": "0.5"}}}
    route = {
        "apiVersion": "gateway.networking.k8s.io/v1",
        "kind": "HTTPRoute",
        "metadata": metadata,
        "spec": {"rules": [{"backendRefs": [{"name": "orders", "port": 80}]}]},
    }

    found = list(differences(api, [quota, route], way))

    assert found[0] == "ResourceQuota orders: .spec.hard.cpu: '0.5' became '500m'"
    assert found[1].startswith("HTTPRoute orders: ")
    assert found[1].endswith("defaults that the chart does not write out")


def differences(api: Api, manifests: list[Manifest], way: str) -> Iterator[str]:
    for manifest in map(in_a_namespace_that_is_there, manifests):
        yield from changed(manifest, SENDS[way](api, manifest))
