"""One description after another, at random: what `generate` allows, an API server allows of what runs."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from chartgen import disk, yamlio
from chartgen.charting.changes import broken, shrunk
from chartgen.charting.chart import Input, build
from chartgen.charting.ledger import from_json
from chartgen.helm import Embedded
from chartgen.layering.resolve import Resolved
from tests.charting.test_services_at_random import LESS, left_open, of_kind, resolved, services, values_of
from tests.cluster.api import Api, Manifest, Refused
from tests.cluster.namespaces import make_namespace

pytestmark = [pytest.mark.cluster, pytest.mark.slow]

SOME = settings(LESS, max_examples=40, phases=(Phase.reuse, Phase.generate))  # to make it smaller takes minutes
TOUCHY = (
    "identity",
    "service",
    "services",
    "statefulSet",
    "volumes",
    "kind",
    "components",
    "configMaps",
    "job",
    "ports",
)
"""Fields that say something of what may not change."""


@st.composite
def pairs(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """A service, and what becomes of it when some of its fields are said differently."""
    before, other = draw(services()), draw(services())
    keys = [key for key in other if key not in ("name", "image", "environments")]
    chosen = draw(st.sets(st.sampled_from([*keys, *(key for key in TOUCHY if key in other)]), min_size=1, max_size=3))
    kind = other["kind"] if "kind" in chosen else before["kind"]
    after = of_kind(kind, {**before, **{key: other[key] for key in chosen}, "environments": {}})
    return {**before, "environments": {"production": {}}}, {**after, "environments": {"production": {}}}


@given(pairs())
@SOME
def test_what_generate_allows_an_api_server_allows(api: Api, pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    assert refused_changes(api, *pair) == []


def refused_changes(api: Api, before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """What an API server says of the second on top of the first, where `generate` has nothing to say."""
    old, new = chart_of(resolved(before)), chart_of(resolved(after))
    ledgers = [from_json(files[".chartgen.json"]).objects for files, _ in (old, new)]
    assume(not [*broken(*ledgers), *shrunk(*ledgers)])
    with namespace_without_pods(api) as namespace:
        for manifest in old[1]:
            apply(api, manifest, namespace)
        found = []
        for manifest in new[1]:
            try:
                apply(api, manifest, namespace, "&dryRun=All")
            except Refused as problem:
                found.append(f"{manifest['kind']}: {problem}")
        return found


def chart_of(specs: Mapping[str, Resolved]) -> tuple[dict[str, str], list[Manifest]]:
    """Its files, and what Helm makes of it; hooks are made anew each time."""
    files = build(Input(specs[""].spec, {"production": specs["production"].spec}, [], []))
    with TemporaryDirectory() as temporary:
        chart = Path(temporary, "chart")
        disk.materialise(disk.Chart(chart, files), chart)
        sets = [f"{path}.tag=of-the-deployment" for path in left_open(values_of(specs)["production"])]
        text = Embedded().render(
            chart, release="r", values_files=[chart / "values-production.yaml"], sets=sets, kube_version="1.36.3"
        )
    found = yamlio.read_manifests(text)
    return files, [one for one in found if "helm.sh/hook" not in one["metadata"].get("annotations", {})]


def apply(api: Api, manifest: Manifest, namespace: str, query: str = "") -> None:
    metadata = {key: value for key, value in manifest["metadata"].items() if key != "namespace"}
    api.apply({**manifest, "metadata": metadata}, namespace, query)


@contextmanager
def namespace_without_pods(api: Api) -> Iterator[str]:
    """A random service may ask for a million copies."""
    name = make_namespace(api)
    quota = {"apiVersion": "v1", "kind": "ResourceQuota", "metadata": {"name": "none"}, "spec": {"hard": {"pods": "0"}}}
    api.create(quota, name)
    try:
        yield name
    finally:
        api.delete({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": name}})
