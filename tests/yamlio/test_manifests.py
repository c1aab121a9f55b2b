"""What Helm rendered is read as Kubernetes reads it."""

from typing import Any

import helm_python
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from chartgen.yamlio import read_manifests
from chartgen.yamlio.manifests import DuplicateKey, UnreadableManifest
from tests.yamlio.words import RETYPED

PLAIN = [
    *RETYPED,
    *[
        "tRUE",
        "+0x1F",
        "-0b1",
        "1e21",
        "1e20",
        "-0",
        "-0.0",
        "18446744073709551615",
        "18446744073709551616",
        "+18446744073709551615",
        "9223372036854775807",
        "-9223372036854775808",
        "-9223372036854775809",
        "0xFFFFFFFFFFFFFFFF",
        "0xFFFFFFFFFFFFFFFFF",
        "50m",
        "1Gi",
        "._5",
        ".5_0",
        "0b_1",
        "1e5_0",
        "-_1",
        "a",
    ],
]


def test_documents_come_in_order_and_empty_ones_are_skipped() -> None:
    text = "---\n# Source: a\napiVersion: v1\n---\n# Source: b\n\n---\nnull\n---\nkind: Job\n...\n---\n[]\n"

    assert read_manifests(text) == [{"apiVersion": "v1"}, {"kind": "Job"}, []]
    assert read_manifests("") == []


@pytest.mark.parametrize("plain", PLAIN)
def test_scalars_are_what_go_makes_of_them(plain: str) -> None:
    [mine] = read_manifests(f"k: {plain}\n")

    assert_same(mine["k"], helm_python.values_from_yaml(f"k: {plain}\n")["k"])


@settings(max_examples=2000, deadline=None)
@given(st.from_regex(r"\A[-+.0-9][-+.0-9_eExXoObBa-fA-F:,]{0,10}\Z"))
@example("0x_")
@example("0b-0")
@example("0b+101")
@example("0b-101")
def test_numbers_are_what_go_makes_of_them(plain: str) -> None:
    text = f"k: {plain}\n"
    try:
        judge = helm_python.values_from_yaml(text)["k"]
    except Exception:  # noqa: BLE001
        return

    assert_same(read_manifests(text)[0]["k"], judge)


@pytest.mark.parametrize("key", ["8080", "010", "yes", "n", "true", "a", "'8080'"])
def test_keys_become_text_as_in_go(key: str) -> None:
    assert read_manifests(f"{key}: a\n") == [helm_python.values_from_yaml(f"{key}: a\n")]


def test_quoted_and_block_text_is_text() -> None:
    assert read_manifests("a: \"8080\"\nb: 'no'\nc: |\n  1\nd: >-\n  ~\n") == [
        {"a": "8080", "b": "no", "c": "1\n", "d": "~"}
    ]


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "a"),
        ("---\nx: y\n---\na:\n  - b: 1\n    b: 1\n", 6, "b"),
        ("true: a\nyes: b\n", 2, "true"),
        ("8: a\n010: b\n", 2, "8"),
        ('{"a": 1, "a": 2}', 1, "a"),
    ],
)
def test_a_key_given_twice_is_named_with_its_line(text: str, line: int, key: str) -> None:
    with pytest.raises(DuplicateKey) as caught:
        read_manifests(text)

    assert (caught.value.line, caught.value.key) == (line, key)
    assert str(caught.value) == f"line {line}: the key {key!r} is given twice"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: !x b\n", 1),
        ("a: !!str b\n", 1),
        ("b: 1\na: &x b\n", 2),
        ("a: *x\n", 1),
        ("a:\n  <<: {b: c}\n", 2),
        ("a: .inf\n", 1),
        ("~: a\n", 1),
        ("1.5: a\n", 1),
        ("[a]: b\n", 1),
        ("a: [\n", 1),
        ("a: b: c\n", 1),
        ("a:\n\tb: c\n", 2),
        ("a: \x07\n", 0),
        ("a: b\nc: \ud800\n", 2),
        ("[" * 1000, 1),
    ],
)
def test_what_kubernetes_would_not_take_is_refused(text: str, line: int) -> None:
    with pytest.raises(UnreadableManifest) as caught:
        read_manifests(text)

    assert caught.value.line == line


def assert_same(mine: Any, judge: Any) -> None:
    """Equal as float64, which is what values are; manifests keep 64-bit integers."""
    assert mine == judge or float(mine) == float(judge)
    assert isinstance(mine, bool) == isinstance(judge, bool)
    assert isinstance(mine, str) == isinstance(judge, str)
