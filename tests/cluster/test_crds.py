"""The committed schemas of custom resources are those of the CRDs that are pinned, and a real API server agrees."""

import pytest

from chartgen.schemas.custom import defaults
from tests.checking.test_custom import HTTP_ROUTE, SCALED_OBJECT
from tests.cluster.api import Api, Manifest
from tools.crds import FOLDER, files

pytestmark = pytest.mark.cluster


def test_the_committed_schemas_are_what_would_be_written() -> None:
    assert {path: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json")} == files()


@pytest.mark.parametrize("manifest", [HTTP_ROUTE, SCALED_OBJECT])
def test_the_api_server_fills_in_the_defaults_that_are_known_and_no_others(manifest: Manifest, api: Api) -> None:
    stored = api.create(manifest, query="?dryRun=All")

    expected = {path: value for path, value in defaults(manifest) if path[0] == "spec"}
    assert {path: _at(stored, path) for path in expected} == expected
    assert not [path for path, _ in defaults(stored) if path[0] == "spec"]


def _at(node: object, path: tuple[str | int, ...]) -> object:
    for key in path:
        node = node[key]  # type: ignore[index]
    return node
