"""Every text that the services of ``tests/coverage`` say comes out of Helm as it went in, all of them at once.

What may be any text is found by asking: a field that takes ``STRANGE`` takes anything. So a new field is tried as soon
as one of those services says it, which ``docs/coverage.md`` asks for anyway.
"""

import random
import re
import runpy
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from chartgen import Service
from chartgen.charting.chart import Input, build
from chartgen.layering.layers import layers_of
from chartgen.layering.resolve import resolve
from chartgen.models.said import said
from chartgen.project.config import Config
from chartgen.project.lines import YamlSource
from chartgen.project.services import LoadedService
from chartgen.project.shapes import FieldPath
from tests.helms import present
from tests.hostile.test_strings import SYNTAX, as_the_pod_sees, random_text, rendered, without_sums
from tests.render.helms import the_helm
from tests.sizes import size, tried

pytestmark = [pytest.mark.helm, pytest.mark.slow]

STRANGE = "Any: text? {{ `it` }} \\ $(A) ü"
FOLDER = Path(__file__).parents[1] / "coverage"
SERVICES = sorted(path.stem for path in FOLDER.glob("*.py") if "\nservice = " in path.read_text())
_HASH = re.compile(r"-[0-9a-f]{6,10}\b")
"""What names end in that tell content."""


@pytest.mark.parametrize("helm", present())
@pytest.mark.parametrize("name", SERVICES)
def test_syntax_of_templates_is_text(name: str, helm: str) -> None:
    for number in range(size(2, len(SYNTAX))):
        assert_unchanged(name, helm, lambda place, shift=number: SYNTAX[(place + shift) % len(SYNTAX)])


@pytest.mark.parametrize("name", SERVICES)
def test_texts_at_random_arrive_unchanged(name: str) -> None:
    dice = random.Random(name)  # noqa: S311 - no secret

    for _ in range(size(5, 500)):
        assert_unchanged(name, "embedded 4.2", lambda _: random_text(dice))


def test_most_fields_of_text_are_tried() -> None:
    assert len({tuple(part for part in path if isinstance(part, str)) for name in SERVICES for path in free(name)}) > 60


def assert_unchanged(name: str, helm: str, text_of: Any) -> None:
    texts = {f"word{place:03}x": text_of(place) for place in range(len(free(name)))}
    service = document(name)
    for path, text in zip(free(name), texts.values(), strict=True):
        service = put(service, path, text)

    chart = charted(service)

    assert chart is not None
    assert comparable(helm, chart) == in_place_of_words(with_words(name, helm), texts)
    tried("Texts in every field of the services of tests/coverage", len(texts))


def comparable(helm: str, chart: Mapping[str, str]) -> Any:
    engine = the_helm(helm)
    assert engine
    return without_hashes(as_the_pod_sees(without_sums(rendered(engine, chart))))


@cache
def with_words(name: str, helm: str) -> Any:
    service = document(name)
    for place, path in enumerate(free(name)):
        service = put(service, path, f"word{place:03}x")
    chart = charted(service)
    assert chart is not None
    return comparable(helm, chart)


@cache
def free(name: str) -> list[FieldPath]:
    """Where the service says a text, and could say any other."""
    service = document(name)
    return [path for path in leaves(service) if charted(put(service, path, STRANGE)) is not None]


@cache
def document(name: str) -> dict[str, Any]:
    return said(runpy.run_path(str(FOLDER / f"{name}.py"))["service"])


def charted(data: Mapping[str, Any]) -> dict[str, str] | None:
    """The service's chart; None where chartgen refuses it."""
    try:
        service = Service.model_validate(data, by_alias=False, by_name=True)
    except ValueError:
        return None
    loaded = LoadedService(service, Path("service.yaml"), YamlSource("service.yaml", Service, {(): 1}))
    spec = resolve(layers_of(loaded, [], Config())[""], None)
    return None if spec.messages else build(Input(spec.spec, {}, [spec.merged], []))


def leaves(data: Any, path: FieldPath = ()) -> Iterator[FieldPath]:
    if isinstance(data, str):
        yield path
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, (list, tuple)) else ()
    for key, value in parts:
        yield from leaves(value, (*path, key))


def put(data: Any, path: FieldPath, text: str) -> Any:
    """A copy with a text at a path."""
    if not path:
        return text
    if isinstance(data, dict):
        return {**data, path[0]: put(data[path[0]], path[1:], text)}
    return [put(one, path[1:], text) if place == path[0] else one for place, one in enumerate(data)]


def in_place_of_words(data: Any, texts: Mapping[str, str]) -> Any:
    if isinstance(data, str):
        return as_the_pod_sees(re.sub(r"word\d{3}x", lambda word: texts[word[0]], data))
    if isinstance(data, dict):
        return {key: in_place_of_words(value, texts) for key, value in data.items()}
    return type(data)(in_place_of_words(one, texts) for one in data) if isinstance(data, (list, tuple)) else data


def without_hashes(data: Any) -> Any:
    if isinstance(data, str):
        return _HASH.sub("-hash", data)
    if isinstance(data, dict):
        return {without_hashes(key): without_hashes(value) for key, value in data.items()}
    return type(data)(without_hashes(one) for one in data) if isinstance(data, (list, tuple)) else data
