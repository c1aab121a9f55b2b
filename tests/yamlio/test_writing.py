"""What is written is what Helm reads: Helm's own parser is the judge, never PyYAML."""

import json
import math
from pathlib import Path
from typing import Any

import helm_python
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from chartgen.helm import Engine
from chartgen.yamlio import read, write
from tests.yamlio.words import RETYPED

PLAIN = [
    "ghcr.io/acme/orders-api",
    "sha256:" + "0123456789abcdef" * 4,
    "/health/live",
    "/",
    "IfNotPresent",
    "nginx.ingress.kubernetes.io/limit-rps",
    "250m",
    "512Mi",
    "1Gi",
    "orders_api-2",
]
ODD = [
    *RETYPED,
    *[
        "tRuE",
        "nO",
        "00000e0",
        ".nan",
        ".NaN",
        ".inf",
        "-.inf",
        "+.Inf",
        "<<",
        "190:20:30",
        "-",
        "---",
        "...",
        "!",
        "!x",
        "!!str",
        "&a",
        "*a",
        "#",
        "#a",
        "a#",
        "|",
        ">",
        "|-",
        "[a]",
        "{a}",
        "[",
        "]",
        "{",
        "}",
        ",",
        "?",
        ":",
        "@a",
        "`a",
        "%a",
        '"',
        "'",
        "\\",
        "{{x}}",
        "1E",
        "5P",
        "1k",
    ],
]
AWKWARD = [
    *PLAIN,
    *ODD,
    "",
    " ",
    " a",
    "a ",
    "a #b",
    "a: b",
    "a:",
    ": a",
    "- a",
    "? a",
    "a\n",
    "a\n\n",
    "\n",
    "\na",
    "a\nb",
    "a\nb\n",
    "a\n\nb\n",
    " a\nb\n",
    "a\n b\n",
    "a \nb\n",
    "a\n \nb\n",
    "a\tb\nc\n",
    "a\n\tb\n\t\tc\n",
    "server {\n\tlisten 80;\n\n\tindex x;\n}\n",
    "a\n\t\nb\n",
    "a\t\nb\n",
    "\ta\nb\n",
    "grüße: ßé\n# ¡ÿ\n",
    "a\n---\nb\n",
    "---\na\n",
    "#a\nb\n",
    "a\n# b\n",
    "key: value\nother: 1\n",
    "- a\n- b",
    "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
    "tab\t",
    "Grüße",
    "日本語",
    "\U0001f600",
    "\xa0",
    "\u3000",
    "\U0001fffe",
    "\U0010ffff",
    "\u200b",
    "e\u0301",
    "$(HOME)",
    "{{ .Values.a }}\n{{ end }}\n",
    "x" * 2000,
    "word " * 500,
]
clean = st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\u2028\u2029\ufeff\ufffe\uffff")
texts = st.one_of(
    st.sampled_from(AWKWARD),
    st.text(clean | st.sampled_from("\n\t"), max_size=30),
    st.text(st.sampled_from("\n\t a:#-éß"), max_size=12),
    st.text(st.sampled_from("yYnNoOeExXbB0123456789._-+:~,/ \n#'\"\\|>{}[]&*!%@`"), max_size=12),
)
keys = texts.filter(lambda text: len(text) < 90)
scalars = st.one_of(
    texts,
    st.booleans(),
    st.integers(-(2**53) + 1, 2**53 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
)
data = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize("text", AWKWARD)
def test_a_string_stays_the_string_it_is(text: str) -> None:
    given_ = {"value": text, "list": [text, [text], {"in": text}], "map": {"nested": text, "then": "x"}, "last": text}

    assert helm_reads(write(given_)) == given_
    if len(text) < 1000:
        assert helm_reads(write({text: text})) == {text: text}


@settings(max_examples=1500, deadline=None)
@given(texts, keys)
@example("1234e56", "n")
def test_no_string_changes_as_value_key_or_item(text: str, key: str) -> None:
    given_ = {key: text, "k": [text, {key: text, "a": text}], "n": {key: {key: [[text], text]}}}

    assert helm_reads(write(given_)) == given_


@settings(max_examples=600, deadline=None)
@given(st.dictionaries(keys, data, max_size=5))
def test_no_structure_changes(given_: dict[str, Any]) -> None:
    assert same(helm_reads(write(given_)), given_)


@settings(max_examples=300, deadline=None)
@given(
    st.dictionaries(keys.filter(lambda key: key), st.dictionaries(keys, data, max_size=3), min_size=1, max_size=5),
    st.data(),
)
def test_comments_and_headers_change_nothing(given_: dict[str, Any], draw: st.DataObject) -> None:
    comment = st.text(clean | st.just("\n"), max_size=20)
    paths: list[tuple[str, ...]] = [(key,) for key in given_]
    paths += [(key, inner) for key, below in given_.items() for inner in below]
    comments = {path: draw.draw(comment) for path in paths}

    assert same(helm_reads(write(given_, comments, draw.draw(comment))), given_)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(keys, data, min_size=1, max_size=5))
def test_the_reader_reads_what_the_writer_wrote(given_: dict[str, Any]) -> None:
    assume(not any(isinstance(value, float) and "e" in repr(value) for value in leaves(given_)))

    assert same(read(write(given_), "values.yaml").data, given_)


@pytest.mark.helm
def test_helm_itself_renders_every_string_unchanged(tmp_path: Path, engine: Engine) -> None:
    given_ = {
        "values": dict(enumerate_keys(AWKWARD)),
        "keys": {text: text for text in AWKWARD if len(text) < 1000},
        "list": AWKWARD,
        "numbers": [0, -1, 10**6, 2**53 - 1, 1.5, 1e21, 1e-7, 5e-324, 0.1],
    }
    chart = tmp_path / "chart"
    (chart / "templates").mkdir(parents=True)
    (chart / "Chart.yaml").write_text("apiVersion: v2\nname: x\nversion: 0.1.0\n")
    (chart / "values.yaml").write_text(write({"base": given_}), encoding="utf-8")
    (chart / "templates" / "all.yaml").write_text('{"all": {{ .Values | toJson | quote }}}\n')
    (tmp_path / "more.yaml").write_text(write({"over": given_}), encoding="utf-8")

    text = engine.render(chart, release="r", values_files=[tmp_path / "more.yaml"], kube_version="1.33.0")

    rendered = json.loads(helm_reads(text)["all"])
    assert same(rendered["base"], given_)
    assert same(rendered["over"], given_)


@pytest.mark.parametrize("text", PLAIN)
def test_what_helm_provably_reads_the_same_stays_plain(text: str) -> None:
    assert write({"k": text}) == f"k: {text}\n"


@pytest.mark.parametrize("text", ODD)
def test_what_some_reader_retypes_is_quoted(text: str) -> None:
    plain = {"t", "f", "T", "F", "nil", "None", "1k", "0x", "0o", "0b"}
    line = write({"k": text})

    assert line.startswith('k: "') or text in plain


def test_text_of_clean_lines_is_a_block() -> None:
    assert write({"a": {"b": "x: 1\n\n  y\n", "c": "one\ntwo"}, "d": ["p\nq\n"]}) == (
        "a:\n  b: |\n    x: 1\n\n      y\n  c: |-\n    one\n    two\n\nd:\n  - |\n    p\n    q\n"
    )
    assert (
        write({"nginx": "server {\n\tserver_name grüße;\n}\n"}) == "nginx: |\n  server {\n  \tserver_name grüße;\n  }\n"
    )


def test_empties_and_nothing_have_one_form() -> None:
    assert write({"a": {}, "b": [], "c": "", "d": None, "e": True}) == 'a: {}\nb: []\nc: ""\nd: null\ne: true\n'
    assert write({}) == "{}\n"
    assert write({}, header="nothing differs") == "# nothing differs\n{}\n"


def test_a_list_of_mappings_stands_under_its_key() -> None:
    hosts = [{"host": "a.b", "paths": [{"path": "/"}, {"path": "/x", "type": "Exact"}]}, {"host": "c"}, [["x"], {}]]

    assert write({"hosts": hosts}) == (
        "hosts:\n  - host: a.b\n    paths:\n      - path: /\n      - path: /x\n        type: Exact\n"
        "  - host: c\n  - - - x\n    - {}\n"
    )


def test_comments_stand_above_their_keys_and_blank_lines_part_what_stands_out() -> None:
    values = {"a": 1, "b": 2, "c": 3, "d": 4, "image": {"tag": "x", "digest": ""}, "e": [], "f": {}}
    comments = {("c",): "Third.\n\nOf all.", ("image", "tag"): "Moves.", ("nobody",): "unused"}

    assert write(values, comments, "top\nsecond") == (
        "# top\n# second\n\na: 1\nb: 2\n\n# Third.\n#\n# Of all.\nc: 3\n\nd: 4\n\n"
        'image:\n  # Moves.\n  tag: x\n  digest: ""\n\ne: []\nf: {}\n'
    )


@pytest.mark.parametrize(
    "value",
    [
        2**53,
        -(2**53),
        math.inf,
        math.nan,
        "a\x00",
        "a\x1b",
        "a\x7f",
        "a\x85",
        "a\u2028",
        "\ufeffa",
        "\ufffe",
        "\ud800",
        "a\r",
    ],
)
def test_what_helm_would_change_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"U\+|2\^53|no number"):
        write({"k": value})


def test_a_key_that_yaml_cannot_find_the_end_of_is_refused() -> None:
    with pytest.raises(ValueError, match="longer than 1000"):
        write({"k" * 1001: 1})


def test_a_comment_cannot_smuggle_in_a_line() -> None:
    with pytest.raises(ValueError, match=r"U\+2028"):
        write({"k": 1}, {("k",): "a\u2028evil: true"})


@pytest.mark.parametrize("value", [{1: "a"}, {"a": {1, 2}}, {"a": b"x"}, {"a": object()}])
def test_what_is_no_data_is_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        write(value)


def helm_reads(text: str) -> Any:
    return helm_python.values_from_yaml(text)


def enumerate_keys(texts: list[str]) -> list[tuple[str, str]]:
    return [(f"k{index}", text) for index, text in enumerate(texts)]


def leaves(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [leaf for inner in value.values() for leaf in leaves(inner)]
    if isinstance(value, list):
        return [leaf for inner in value for leaf in leaves(inner)]
    return [value]


def same(left: Any, right: Any) -> bool:
    """Equal as float64, and booleans are no numbers."""
    if isinstance(left, dict) and isinstance(right, dict):
        return list(left.keys() ^ right.keys()) == [] and all(same(left[key], right[key]) for key in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, float) != isinstance(right, float) and not isinstance(left, str):
        left, right = float(left), float(right)
    return left == right and isinstance(left, bool) == isinstance(right, bool)
