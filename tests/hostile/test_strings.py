"""Text in any field comes out of Helm as it went in: nothing is executed, expanded, trimmed or read as a number.

A chart is rendered with a plain word in the field, and again with the text: the manifests differ in nothing else.
"""

import random
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from chartgen import disk
from chartgen.charting.chart import Input, build
from chartgen.layering.layers import layers_of
from chartgen.layering.resolve import resolve
from chartgen.models.service import Service
from chartgen.models.types import refuse_control_characters
from chartgen.project.config import Config
from chartgen.project.lines import YamlSource
from chartgen.project.services import LoadedService
from tests.helms import present
from tests.hostile.document import laid_over, nested
from tests.hostile.fields import Value, values_of
from tests.render.helms import Helm, the_helm
from tests.render.test_strings import TEXTS
from tests.sizes import size, tried

pytestmark = [pytest.mark.helm, pytest.mark.slow]

WORD = "placeholder"
BASE = {
    "name": "orders-api",
    "image": {"repository": "ghcr.io/acme/orders-api", "tag": "1.4.2"},
    "ports": {"http": 8080},
    "expose": {"ingress": {"className": "nginx", "controller": "ingress-nginx"}, "httpRoute": {"gateway": "public"}},
}
SYNTAX = [
    "{{ .Release.Name }}", '{{- fail "x" -}}', '{{ include "chartgen.labels" . }}', "{% include 'x' %}", "[[ x ]]",
    "[% x %]", "{# x #}", "#{x}", "$(HOSTNAME)", "$(cat /etc/passwd)", "${HOME}", "`id`", "!!python/object:os.system x",
    "!include /etc/passwd", "&a *a", "<<: *a", "%(x)s", "{0.__class__}", "{{ `{{ x }}` }}", "{{/* x */}}", "}}{{",
]  # fmt: skip
"""What template engines, shells and YAML readers would make something of."""

PLAIN = [text for text in TEXTS if text.strip() and "\n" not in text and "\t" not in text]


def test_fields_that_make_a_service_alone_are_tried() -> None:
    assert len(fields()) > 25


@pytest.mark.parametrize("text", SYNTAX)
def test_what_a_template_engine_would_run_is_text_in_every_field(text: str) -> None:
    helm = the_helm("embedded 4.2")
    assert helm

    for field in fields():
        assert_unchanged(helm, field, text, "Template syntax in every field of text")


@pytest.mark.parametrize("name", [name for name in present() if name != "embedded 4.2"])
def test_every_helm_takes_it_for_text(name: str) -> None:
    helm = the_helm(name)
    assert helm

    for field in fields()[:: size(12, 1)]:
        assert_unchanged(helm, field, " ".join(SYNTAX), "Template syntax on each Helm")


def test_texts_at_random_arrive_unchanged_in_every_field() -> None:
    helm, dice = the_helm("embedded 4.2"), random.Random(20270131)  # noqa: S311 - no secret
    assert helm

    done = 0
    while done < size(1000, 50_000):
        for field in fields():
            done += assert_unchanged(helm, field, random_text(dice), "Texts through Helm, in every field of text")


def assert_unchanged(helm: Helm, field: Value, text: str, what: str) -> int:
    """The manifests hold the text where they held the word; 0 where chartgen does not take such a text there."""
    chart = charted(field, text)
    if chart is None:
        return 0
    expected = put(rendered_with_word(helm, field), text)
    assert as_the_pod_sees(rendered(helm, chart)) == as_the_pod_sees(expected), f"{field}: {text!r}"
    tried(what)
    return 1


def rendered(helm: Helm, files: Mapping[str, str]) -> Any:
    """What Helm makes of the chart, without what is computed from its text."""
    with TemporaryDirectory() as temporary:
        chart = Path(temporary, "chart")
        disk.materialise(disk.Chart(chart, files), chart)
        return without_sums(sorted(helm.manifests(chart).items()))


@cache
def rendered_with_word(helm: Helm, field: Value) -> Any:
    chart = charted(field, WORD)
    assert chart is not None
    return rendered(helm, chart)


def put(data: Any, text: str) -> Any:
    """The text in place of the word, in keys too."""
    if isinstance(data, str):
        return data.replace(WORD, text)
    if isinstance(data, dict):
        return {put(key, text): put(value, text) for key, value in data.items()}
    return type(data)(put(one, text) for one in data) if isinstance(data, (list, tuple)) else data


def as_the_pod_sees(data: Any) -> Any:
    """Kubernetes makes ``$(`` of the ``$$(`` that keeps it from looking up a variable."""
    if isinstance(data, str):
        return data.replace("$$(", "$(")
    if isinstance(data, dict):
        return {as_the_pod_sees(key): as_the_pod_sees(value) for key, value in data.items()}
    return type(data)(map(as_the_pod_sees, data)) if isinstance(data, (list, tuple)) else data


def without_sums(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: without_sums(one) for key, one in data.items() if not key.startswith("checksum/")}
    return type(data)(map(without_sums, data)) if isinstance(data, (list, tuple)) else data


@cache
def fields() -> list[Value]:
    """The fields of any text whose presence alone makes a service, and that come out in a manifest."""
    free = [value for value in values_of(Service) if _is_free(value) and value.path[0] not in ("environments", "name")]
    helm = the_helm("embedded 4.2")
    assert helm
    return [one for one in free if charted(one, WORD) is not None and WORD in str(rendered_with_word(helm, one))]


def _is_free(value: Value) -> bool:
    return any(shape.of is str and not shape.pattern for shape in value.shapes) and not value.is_key


def charted(field: Value, text: str) -> Mapping[str, str] | None:
    """The chart of a service with this text in this field; None where chartgen refuses it."""
    data = laid_over(laid_over(BASE, field.around), nested(field.path, text))
    try:
        service = Service.model_validate(data, by_alias=True, by_name=False)
    except ValueError:
        return None
    loaded = LoadedService(service, Path("service.yaml"), YamlSource("service.yaml", Service, {(): 1}))
    spec = resolve(layers_of(loaded, [], Config())[""], None)
    return None if spec.messages else build(Input(spec.spec, {}, [spec.merged], []))


def random_text(dice: random.Random) -> str:
    """A text that has gone wrong somewhere, or characters at random, or both."""
    kind = dice.randrange(4)
    if kind == 0:
        return dice.choice(PLAIN)
    if kind == 1:
        return dice.choice(SYNTAX)
    return "".join(_characters(dice))


def _characters(dice: random.Random) -> Iterator[str]:
    ranges = (0x20, 0x7F), (0x20, 0x7F), (0xA0, 0x250), (0x250, 0xD800), (0xE000, 0xFFF0), (0x10000, 0x20000)
    for _ in range(dice.randrange(1, 24)):
        character = chr(dice.randrange(*dice.choice(ranges)))
        try:
            yield refuse_control_characters(character)
        except ValueError:
            yield "x"
