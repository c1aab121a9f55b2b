"""What raw fields may not say is what the chart prints: the table of managed fields against the rendered toggles."""

from collections.abc import Iterator, Mapping
from typing import Any

import helm_python
import pytest

from chartgen import yamlio
from chartgen.charting.templates import Stub, objects_of
from chartgen.layering.managed import OF_ALL, OF_CONTAINER, OF_OBJECT, OF_POD
from chartgen.models.container import InitContainer, Sidecar
from chartgen.models.service import Service

from .sample import write_chart
from .table import NEWER, toggles

pytestmark = pytest.mark.helm


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Stub, list[Mapping[str, Any]]]]:
    """What each template of each row of the table prints, with what it is known to print."""
    rows = {title: row for title, row in toggles().items() if title not in ("raw fields", NEWER) and "image" in row[1]}
    found = []
    for release, values in rows.values():
        chart = helm_python.Chart.load(str(write_chart(tmp_path_factory.mktemp("chart"), values)))
        texts = {path.partition("/templates/")[2]: text for path, text in chart.render({}, name=release).items()}
        found += [(one, yamlio.read_manifests(texts.get(one.file, ""))) for one in objects_of([values])]
    return found


def test_a_template_makes_the_object_that_its_key_says(rendered: list[tuple[Stub, list[Mapping[str, Any]]]]) -> None:
    wrong = {
        (stub.define, stub.object, *(one["kind"] for one in objects))
        for stub, objects in rendered
        if stub.object and [one["kind"] for one in objects] not in ([], [stub.object.partition("/")[0]])
    }

    assert wrong == set()


def test_every_field_that_the_chart_prints_is_managed(rendered: list[tuple[Stub, list[Mapping[str, Any]]]]) -> None:
    missing: dict[str, set[str]] = {}
    for one in (one for stub, objects in rendered if stub.object for one in objects):
        managed = {**OF_ALL, **OF_OBJECT.get(one["kind"], {})}
        missing.setdefault(one["kind"], set()).update(set(_paths(one, managed)) - managed.keys())

    assert {kind: sorted(paths) for kind, paths in missing.items() if paths} == {}


def test_every_field_of_a_pod_and_its_containers_is_managed(
    rendered: list[tuple[Stub, list[Mapping[str, Any]]]],
) -> None:
    pods = [pod for _, objects in rendered for one in objects for pod in _pods(one)]
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
