"""What raw fields may not say is what the chart prints: the table of managed fields against the rendered toggles."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from chartgen.layering.managed import OF_ALL, OF_CONTAINER, OF_OBJECT, OF_POD
from chartgen.models.container import InitContainer, Sidecar
from chartgen.models.service import Service

from .helms import Helm
from .sample import write_chart
from .table import toggles

pytestmark = pytest.mark.helm


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> list[Mapping[str, Any]]:
    helm = Helm("embedded", None)
    rows = {title: row for title, row in toggles().items() if title != "raw fields"}
    found: list[Mapping[str, Any]] = []
    for release, values in rows.values():
        found += helm.manifests(write_chart(tmp_path_factory.mktemp("chart"), values), release=release).values()
    return found


def test_every_field_that_the_chart_prints_is_managed(rendered: list[Mapping[str, Any]]) -> None:
    missing: dict[str, set[str]] = {}
    for one in rendered:
        managed = {**OF_ALL, **OF_OBJECT.get(one["kind"], {})}
        missing.setdefault(one["kind"], set()).update(set(_paths(one, managed)) - managed.keys())

    assert {kind: sorted(paths) for kind, paths in missing.items() if paths} == {}


def test_every_field_of_a_pod_and_its_containers_is_managed(rendered: list[Mapping[str, Any]]) -> None:
    pods = [pod for one in rendered for pod in _pods(one)]
    containers = [one for pod in pods for one in (*pod["containers"], *pod.get("initContainers", ()))]

    assert sorted({key for pod in pods for key in pod} - OF_POD.keys()) == []
    assert sorted({key for one in containers for key in one} - OF_CONTAINER.keys()) == []


def test_every_typed_field_that_is_named_exists() -> None:
    words = {word for table in (OF_POD, OF_CONTAINER, OF_ALL, *OF_OBJECT.values()) for word in table.values()}
    named = {part for word in words for part in word.replace(" or ", ", ").split(", ") if part}
    models = (Service, Sidecar, InitContainer)

    unknown = {path for path in named if not any(path.split(".")[0] in model.model_fields for model in models)}
    assert unknown <= {"a typed field"}


def _paths(manifest: Mapping[str, Any], managed: Mapping[str, str]) -> Iterator[str]:
    for key, value in manifest.items():
        if key == "spec":
            yield from _below("spec", value, managed)
        elif key != "metadata":
            yield key


def _below(place: str, value: Mapping[str, Any], managed: Mapping[str, str]) -> Iterator[str]:
    for key, inner in value.items():
        here = f"{place}.{key}"
        deeper = any(path.startswith(f"{here}.") for path in managed)
        yield from _below(here, inner, managed) if deeper else [here]


def _pods(manifest: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    spec = manifest.get("spec", {})
    spec = spec.get("jobTemplate", {}).get("spec", spec)
    return [spec["template"]["spec"]] if "template" in spec and "spec" in spec["template"] else []
