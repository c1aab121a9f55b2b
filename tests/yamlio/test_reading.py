"""A service's YAML: read with its lines, or refused with the line and the fix."""

import time
import tracemalloc
from typing import Any

import helm_python
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from chartgen.errors import InvalidInput, Message
from chartgen.yamlio import read

SERVICE = """\
# orders
name: orders-api
image:
  repository: ghcr.io/acme/orders-api
  tag: "1.10"
ports: {http: 3000, metrics: 9090}
routes:
  public:
    hosts:
      - a.example.com
      - "b.example.com"
    paths:
    - path: /
      weight: 1.5
motd: |
  no
  010
debug: false
owner: null
"""
REMOVE_IT = "remove it; no value of a chart can carry it"
KEEP_ELSEWHERE = "a service is a few hundred lines; keep other data elsewhere"
QUOTE_IT = "write it in double quotes for text"
CLOSE_THEM = "close them, and put commas between the items"
QUOTE_KEY = 'write keys as words or as "quoted text"'
WRITE_NO = 'write "no" for text, or false'


def test_data_and_lines_come_together() -> None:
    document = read(SERVICE, "service.yaml")

    assert document.data == {
        "name": "orders-api",
        "image": {"repository": "ghcr.io/acme/orders-api", "tag": "1.10"},
        "ports": {"http": 3000, "metrics": 9090},
        "routes": {
            "public": {"hosts": ["a.example.com", "b.example.com"], "paths": [{"path": "/", "weight": 1.5}]},
        },
        "motd": "no\n010\n",
        "debug": False,
        "owner": None,
    }
    assert document.lines == {
        (): 2,
        ("name",): 2,
        ("image",): 3,
        ("image", "repository"): 4,
        ("image", "tag"): 5,
        ("ports",): 6,
        ("ports", "http"): 6,
        ("ports", "metrics"): 6,
        ("routes",): 7,
        ("routes", "public"): 8,
        ("routes", "public", "hosts"): 9,
        ("routes", "public", "hosts", 0): 10,
        ("routes", "public", "hosts", 1): 11,
        ("routes", "public", "paths"): 12,
        ("routes", "public", "paths", 0): 13,
        ("routes", "public", "paths", 0, "path"): 13,
        ("routes", "public", "paths", 0, "weight"): 14,
        ("motd",): 15,
        ("debug",): 18,
        ("owner",): 19,
    }


@pytest.mark.parametrize(
    "text", ["\ufeffa: b\n", "a: b\r\nc: d\r\n", "---\na: b\n", "a: b", "%YAML 1.1\n---\na: b\n...\n"]
)
def test_what_editors_leave_behind_does_no_harm(text: str) -> None:
    assert read(text, "service.yaml").data["a"] == "b"


@pytest.mark.parametrize(
    ("plain", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("0", 0),
        ("-1", -1),
        ("3000", 3000),
        ("9007199254740991", 2**53 - 1),
        ("1.5", 1.5),
        ("-0.25", -0.25),
        ("1.10", 1.1),
        ("a", "a"),
        ("1.2.3", "1.2.3"),
        ("250m", "250m"),
        ("10%", "10%"),
        ("10.0.0.1:8080", "10.0.0.1:8080"),
        ("8080:8080", "8080:8080"),
        ("sha256:0123", "sha256:0123"),
        ("1a2b3c", "1a2b3c"),
        ("nope", "nope"),
        ("two words", "two words"),
        ("--flag", "--flag"),
        ("/path", "/path"),
        ("2024-01", "2024-01"),
        ("inf", "inf"),
        ("_", "_"),
        ("_no", "_no"),
        ("a_1", "a_1"),
    ],
)
def test_plain_scalars_on_which_all_readers_agree_are_read(plain: str, value: object) -> None:
    read_value = read(f"k: {plain}\n", "service.yaml").data["k"]

    assert read_value == value
    assert type(read_value) is type(value)


NUMBERS = [
    "010",
    "-012",
    "0777",
    "00",
    "08",
    "09",
    "0o14",
    "0O14",
    "0x1F",
    "0X1f",
    "+0x1F",
    "0b101",
    "0B1",
    "1_000",
    "1_",
    "1,000",
    "+1",
    "+1.5",
    "1e3",
    "1E3",
    "1e+3",
    "1.5e3",
    "12e03",
    "1234e56",
    "1e400",
    ".5",
    "-.5",
    "+.5",
    "1.",
    "5.e3",
    ".5e3",
    "-0",
    "9007199254740992",
    "-9007199254740992",
    "123456789012345678901234567890",
]
OTHERS = [
    "no",
    "No",
    "NO",
    "nO",
    "yes",
    "Yes",
    "YES",
    "on",
    "On",
    "ON",
    "off",
    "Off",
    "OFF",
    "y",
    "Y",
    "n",
    "N",
    "True",
    "TRUE",
    "tRUE",
    "False",
    "FALSE",
    "~",
    "Null",
    "NULL",
    "nULL",
    "12:30",
    "12:30:45",
    "190:20:30.5",
    "2024-01-02",
    "2024-1-2",
    "2024-01-02T03:04:05Z",
    ".inf",
    "-.inf",
    "+.Inf",
    ".INF",
    ".nan",
    ".NaN",
    "=",
]


@pytest.mark.parametrize("plain", NUMBERS + OTHERS)
@pytest.mark.parametrize(
    "before", ["a: b\nk: ", "k:\n  - ", "k: ['x',\n", "a: {\n  k: "], ids=["value", "item", "flow", "flowmap"]
)
def test_plain_scalars_on_which_readers_disagree_are_refused(plain: str, before: str) -> None:
    end = {"[": "]", "{": "}"}.get(before[3], "")
    [message] = refused(f"{before}{plain}{end}\n") if plain != "1,000" or not end else [only_line_two()]

    assert (message.file, message.line) == ("service.yaml", 2)
    assert repr(plain) in message.text
    assert f'write "{plain}" for text' in message.hint


@pytest.mark.parametrize("plain", NUMBERS + OTHERS + ["true", "null", "8080", "1.10"])
def test_keys_that_are_no_text_are_refused(plain: str) -> None:
    [message] = refused(f"env:\n  A: a\n  {plain}: b\n")

    assert (message.line, message.path) == (3, "env")
    assert message.hint == f'write "{plain}":'


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("a: no\n", [(1, "a", "'no' is false to some YAML readers and text to others", WRITE_NO)]),
        ("a: &x b\n", [(1, "a", "&x is an anchor", "write the value out where it is needed")]),
        ("a:\n  b: *x\n", [(2, "a.b", "*x is an alias", "write the value out here")]),
        ("*x : b\n", [(1, "", "*x is an alias", "write the value out here"), (1, "", "a key is not text", QUOTE_KEY)]),
        ("a: b\nc: !x d\n", [(2, "c", "'!x' is a tag", "remove it; put text in double quotes")]),
        ("a: !!str 1\n", [(1, "a", "'tag:yaml.org,2002:str' is a tag", "remove it; put text in double quotes")]),
        ("!!str a: 1\n", [(1, "", "'tag:yaml.org,2002:str' is a tag", "remove it; put text in double quotes")]),
        ("a: ! b\n", [(1, "a", "'!' is a tag", "remove it; put text in double quotes")]),
        ("a: !z!b c\n", [(1, "", "a tag is used", "remove it; put text in double quotes")]),
        ("a:\n  <<: {b: c}\n", [(2, "a", "<< merges another mapping", "write its keys out here")]),
        ("a: b\n---\nc: d\n", [(2, "", "a second document starts here", "keep one document in a file")]),
        ("a: b\nc: d\na: e\n", [(3, "a", "stands on line 1 and again on line 3", "keep one")]),
        ("x:\n  - a: b\n    'a': e\n", [(3, "x[0].a", "stands on line 2 and again on line 3", "keep one")]),
        ("? [a]\n: b\n", [(1, "", "a key is not text", QUOTE_KEY)]),
        ("{a: b}: c\n", [(1, "", "a key is not text", QUOTE_KEY)]),
        ("a:\nb: c\n", [(1, "a", "has no value", 'write "" for text, or null, {} or []')]),
        ("a:\n  - b\n  -\n", [(3, "a[1]", "has no value", 'write "" for text, or null, {} or []')]),
        ("", [(0, "", "is empty", "start with: name: orders-api")]),
        ("# nothing\n\n", [(0, "", "is empty", "start with: name: orders-api")]),
        ("---\n", [(0, "", "is empty", "start with: name: orders-api")]),
        ("null\n", [(0, "", "is empty", "start with: name: orders-api")]),
        ("a: b\nc: \x07\n", [(2, "", "holds the control character U+0007", REMOVE_IT)]),
        ('a: b\nc: "\\a"\n', [(2, "c", "holds the control character U+0007", REMOVE_IT)]),
        ("a: \ud800\n", [(1, "", "holds the control character U+D800", REMOVE_IT)]),
        ("a: b\u2028c: d\n", [(1, "", "holds the control character U+2028", REMOVE_IT)]),
        ("a: b\rc: d\n", [(1, "", "holds the control character U+000D", REMOVE_IT)]),
        ("a:\n\tb: c\n", [(2, "", "is indented with a tab", "indent with spaces")]),
        ("a: b: c\n", [(1, "", "a ':' is not expected here", "write key: value, or quote text with a colon")]),
        ("a: @x\n", [(1, "", "a text starts with a character that YAML reserves", "put the text in double quotes")]),
        ("a: {{ x }}\n", [(1, "a", "a key is not text", QUOTE_KEY)]),
        ("a: 'b\n", [(1, "", "the file ends inside quotes or brackets", "close them")]),
        ("a: [b\nc: d\n", [(2, "", "brackets or braces are not closed", CLOSE_THEM)]),
        ('a: "\\q"\n', [(1, "", "a backslash escapes nothing in double quotes", "write \\\\ for a backslash")]),
        ("a: b\n  c: d\n", [(2, "", "a ':' is not expected here", "write key: value, or quote text with a colon")]),
        ("a: b\n- c\n", [(2, "", "is indented differently from the lines above", "align it with its neighbours")]),
        ("  a: b\nc: d\n", [(2, "", "stands outside of what is above", "align it with its neighbours")]),
        ("- a\nb: c\n", [(2, "", "is no item of the list above", "start it with '- ', or align it with the keys")]),
        ("[" * 50, [(1, "", "is nested deeper than 40 levels", "flatten it")]),
        ("a: " + "9" * 5000, [(1, "a", f"'{'9' * 40}…' is beyond 2^53, where Helm loses digits", QUOTE_IT)]),
        ("a: " + "x" * 1_000_000, [(0, "", "is larger than 1 MB", KEEP_ELSEWHERE)]),
        ("a: " + "é" * 500_000, [(0, "", "is larger than 1 MB", KEEP_ELSEWHERE)]),
        ("- a\n" * 10_001, [(10_000, "", "holds more than 10000 values", "keep such data outside the service")]),
    ],
    ids=lambda case: case[:20].encode("unicode_escape").decode() if isinstance(case, str) else "",
)  # fmt: skip
def test_each_refusal_names_line_field_and_fix(text: str, messages: list[tuple[int, str, str, str]]) -> None:
    assert refused(text) == [Message("service.yaml", *message) for message in messages]


def test_all_problems_are_told_together() -> None:
    messages = refused("a: no\nb: &x 010\na: *x\n8080: yes\nc:\n  <<: {d: e}\nf: [b\n")

    assert [message.line for message in messages] == [1, 2, 2, 3, 3, 4, 4, 6, 7]


def test_forty_levels_are_read() -> None:
    assert read("[" * 40 + "]" * 40, "service.yaml").data


BILLION_LAUGHS = "a: &a [x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
HOSTILE = {
    "bomb": BILLION_LAUGHS,
    "brackets": "[" * 100_000,
    "braces": "{" * 100_000,
    "flow maps": "{a: " * 100_000,
    "dashes": "- " * 100_000,
    "question marks": "? " * 100_000,
    "indent": "".join(" " * depth + "a:\n" for depth in range(1200)),
    "values at depth": "[" * 39 + "1," * 450_000,
    "items": "- a\n" * 240_000,
    "refusals": "- no\n" * 190_000,
    "huge plain": "a: " + "x" * 999_000,
    "huge number": "a: " + "9" * 999_000,
    "huge decimal": "a: 1." + "9" * 999_000,
    "digits and a letter": "a: " + "1" * 999_000 + "x",
    "digits, a point, digits and a letter": "a: " + "1" * 499_000 + "." + "1" * 499_000 + "x",
    "digits apart": "a: " + "1_" * 499_000 + "x",
    "digits by commas": "a: 1" + ",1" * 499_000 + "x",
    "exponent": "a: 1e" + "1" * 999_000 + "x",
    "long ago": "a: 2026-01-01" + " " * 999_000 + "x",
    "sexagesimal": "a: 1" + ":1" * 499_000,
    "huge quoted": 'a: "' + "\\n" * 499_000 + '"',
    "folded": "a: >\n" + "  x\n" * 240_000,
    "long key": "x" * 999_000 + ": a",
    "duplicates": "a: b\n" * 190_000,
    "directives": "%TAG !a! x\n" * 90_000,
    "comments": "# x\n" * 240_000,
    "control": "\x01" * 999_000,
    "tags": "- !x a\n" * 140_000,
    "too large": "a" * 20_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_takes_little_time_and_memory(name: str) -> None:
    text = HOSTILE[name]
    started = time.process_time()
    outcome(text)
    seconds = time.process_time() - started
    tracemalloc.start()
    outcome(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert seconds < 2
    assert peak < 60_000_000


@settings(max_examples=2000, deadline=None)
@given(st.text(st.sampled_from("yYnNoOeEsxXbBtTrRuUlfFaiI0123456789._-+:~,=/ '#%"), min_size=1, max_size=9))
def test_what_is_read_is_what_helm_and_pyyaml_read(plain: str) -> None:
    try:
        value = read(f"k: {plain}\n", "service.yaml").data["k"]
    except InvalidInput:
        return

    for reader in (helm_python.values_from_yaml, yaml.safe_load):
        assert reader(f"k: {plain}\n") == {"k": value}
    assert isinstance(value, bool) == isinstance(helm_python.values_from_yaml(f"k: {plain}\n")["k"], bool)


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=60) | st.text(st.sampled_from("ab: \n-[]{}#'\"|>&*!%?,\t"), max_size=40))
def test_any_text_is_read_or_refused_with_its_lines(text: str) -> None:
    for message in outcome(text):
        assert 0 <= message.line <= text.count("\n") + text.count("\r") + 2
        assert message.text
        assert message.hint


def refused(text: str) -> list[Message]:
    messages = outcome(text)
    assert messages, "was not refused"
    return messages


def outcome(text: str) -> list[Message]:
    try:
        read(text, "service.yaml")
    except InvalidInput as error:
        return error.messages
    return []


def only_line_two() -> Any:
    return Message("service.yaml", 2, "", "'1,000' is two items in brackets", 'write "1,000" for text')
