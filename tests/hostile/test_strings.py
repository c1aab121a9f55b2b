"""Text in any field, and as any key, comes out of Helm as it went in: nothing is run, expanded, trimmed or a number.

A file of ``texts/`` is rendered with a word in each place, and again with texts in place of the words: the manifests
differ in nothing else. Where a place has a pattern, the texts are those that match.
"""

import random
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from chartgen.models.types import refuse_control_characters
from tests.helms import present
from tests.hostile.fields import Shape
from tests.hostile.places import FILES, Described, Place, described, elsewhere, places
from tests.hostile.rendering import as_compared, charted, in_any_order, rendered, replaced
from tests.render.test_strings import TEXTS
from tests.sizes import size, tried
from tests.strategies import ASCII

pytestmark = [pytest.mark.helm, pytest.mark.slow]

SYNTAX = [
    "{{ .Release.Name }}", '{{- fail "x" -}}', '{{ include "chartgen.labels" . }}', "{% include 'x' %}", "[[ x ]]",
    "[% x %]", "{# x #}", "#{x}", "$(HOSTNAME)", "$(cat /etc/passwd)", "${HOME}", "`id`", "!!python/object:os.system x",
    "!include /etc/passwd", "&a *a", "<<: *a", "%(x)s", "{0.__class__}", "{{ `{{ x }}` }}", "{{/* x */}}", "}}{{",
]  # fmt: skip
"""What template engines, shells and YAML readers would make something of."""

PLAIN = [text for text in TEXTS if text.strip() and "\n" not in text and "\t" not in text]

TextOf = Callable[[Place, int], str]
"""The text for a place, by its number in the file."""


def test_every_place_of_a_text_is_tried_or_has_a_reason() -> None:
    words = {place.name for name in FILES for place in described(name).words.values() if comes_out(name, place)}

    assert set(places()) - words == elsewhere(), "say it in a file of tests/hostile/texts, with a word of its own"


@pytest.mark.parametrize("helm", present())
@pytest.mark.parametrize("name", FILES)
def test_what_a_template_engine_would_run_is_text(name: str, helm: str) -> None:
    for shift in range(size(1, len(SYNTAX))):
        done = unchanged(name, helm, partial(syntax, shift))
        tried("Template syntax in every field and key, on every Helm: the manifests hold it as it is", done)


@pytest.mark.parametrize("name", FILES)
def test_texts_at_random_arrive_unchanged(name: str) -> None:
    dice = random.Random(name)  # noqa: S311 - no secret

    for _ in range(size(4, 90)):
        done = unchanged(name, "embedded 4.2", lambda place, _: text_of(place.shape, dice))
        tried("Texts at random, in every field and as every key: the manifests hold them as they are", done)


def unchanged(name: str, helm: str, text_of_place: TextOf) -> int:
    """Assert that the manifests hold the texts where they held the words; how many chartgen takes there."""
    file = described(name)
    wanted = {word: text_of_place(place, number) for number, (word, place) in enumerate(file.words.items())}
    texts = taken(file, without_twins(file, wanted))
    chart = charted(file.kind, replaced(file.data, texts))
    assert chart is not None

    expected = as_compared(replaced(with_words(name, helm), texts))
    assert in_any_order(rendered(helm, chart)) == in_any_order(expected)

    return len(texts)


def without_twins(file: Described, texts: Mapping[str, str]) -> Mapping[str, str]:
    """One key of each name, since two may come together in one map, where one wins."""
    keys = {text: word for word, text in texts.items() if file.words[word].name.endswith("(key)")}
    return {word: text for word, text in texts.items() if keys.get(text, word) == word}


def taken(file: Described, texts: Mapping[str, str]) -> Mapping[str, str]:
    """Those of the texts that chartgen takes in these places; of two keys of one name it takes one."""
    if not texts or charted_with(file, texts):
        return texts
    words = list(texts)
    if len(words) == 1:
        return {}
    first, second = (
        taken(file, {word: texts[word] for word in half})
        for half in (words[: len(words) // 2], words[len(words) // 2 :])
    )
    return {**first, **second} if charted_with(file, {**first, **second}) else max(first, second, key=len)


def charted_with(file: Described, texts: Mapping[str, str]) -> bool:
    data = replaced(file.data, texts)
    return count(data) == count(file.data) and charted(file.kind, data) is not None


def count(data: Any) -> int:
    """How many scalars there are."""
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return sum(map(count, inner)) if isinstance(data, (dict, list)) else 1


@cache
def with_words(name: str, helm: str) -> Any:
    file = described(name)
    chart = charted(file.kind, file.data)
    assert chart is not None, f"{name}.yaml is refused"
    return rendered(helm, chart)


def comes_out(name: str, place: Place) -> bool:
    shown = str(with_words(name, "embedded 4.2"))
    return any(word in shown for word, its in described(name).words.items() if its == place)


def syntax(shift: int, place: Place, number: int) -> str:
    """What is dangerous and fits, another for each number and shift; else anything that fits."""
    fitting = [text for text in SYNTAX if fits(place.shape, text)] or drawn(place.shape)
    return fitting[(number + shift) % len(fitting)]


def text_of(shape: Shape, dice: random.Random) -> str:
    """A text at random, of one kind or the other where both fit."""
    text = random_text(dice)
    return text if fits(shape, text) and dice.random() < 0.9 else dice.choice(drawn(shape))


def fits(shape: Shape, text: str) -> bool:
    return len(text) <= (shape.longest or len(text)) and (not shape.pattern or bool(re.search(shape.pattern, text)))


@cache
def drawn(shape: Shape) -> list[str]:
    """Texts that match the pattern, made from it."""
    found: list[str] = []

    @settings(
        max_examples=size(30, 200),
        phases=[Phase.generate],
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.from_regex(shape.pattern or "^[ -~]{1,20}$", fullmatch=True, alphabet=ASCII))
    def collect(text: str) -> None:
        if text and fits(shape, text):  # an empty one says that there is none
            found.append(text)

    collect()
    return found


def random_text(dice: random.Random) -> str:
    """A text that has gone wrong somewhere, or characters at random."""
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
