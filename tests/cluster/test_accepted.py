"""A real API server takes every object that the library chart prints, and drops no field of it."""

from pathlib import Path
from typing import Any

import pytest

from tests.cluster.accepted import refused_by_the_api_server
from tests.cluster.api import Api
from tests.render.helms import the_helm
from tests.render.sample import Values, write_chart
from tests.render.table import toggles

pytestmark = pytest.mark.cluster

ROWS = toggles()


@pytest.mark.parametrize("row", ROWS)
def test_every_object_of_the_library_chart_is_accepted(row: str, api: Api, tmp_path: Path) -> None:
    release, values = ROWS[row]

    assert refused_by_the_api_server(api, rendered(values, release, tmp_path)) == []


def test_a_misspelt_field_is_refused(api: Api) -> None:
    metadata = {"name": "orders"}
    wrong: list[dict[str, Any]] = [
        {"apiVersion": "v1", "kind": "ConfigMap", "metadata": metadata, "dta": {}},
        {
            "apiVersion": "keda.sh/v1alpha1",
            "kind": "ScaledObject",
            "metadata": metadata,
            "spec": {
                "scaleTargetRef": {"name": "orders"},
                "triggers": [],
                "pollInterval": 30,
            },
        },
    ]

    found = refused_by_the_api_server(api, wrong)

    assert ["ConfigMap orders" in found[0], 'unknown field "dta"' in found[0]] == [True, True]
    assert 'unknown field "spec.pollInterval"' in found[1]


def rendered(values: Values, release: str, folder: Path) -> list[dict[str, Any]]:
    embedded = the_helm("embedded 4.2")
    assert embedded
    return list(embedded.manifests(write_chart(folder, values), release=release).values())
