"""The ledger comes back as it was written, or says why it can't be trusted."""

import json
from dataclasses import replace
from typing import Any

import pytest

from chartgen.charting.ledger import Ledger, Pin, UnreadableLedger, digest, from_json, stays_inside, to_json

ZERO = "sha256:" + "0" * 64
LEDGER = Ledger(
    library=Pin("chartgen-library", "1.0.0", ZERO),
    presets=(Pin("http-api", "2.1.0", ZERO), Pin("acme", "1.0.0", ZERO)),
    input=ZERO,
    files={"values.yaml": digest("a: b\n"), "Chart.yaml": ZERO, "templates/deployment.yaml": ZERO},
    objects=({"kind": "Deployment", "name": "größe", "selector": {"app": "x"}, "hook": False},),
)


def test_a_ledger_comes_back_as_it_was_written() -> None:
    assert from_json(to_json(LEDGER)) == LEDGER


def test_equal_ledgers_are_equal_bytes() -> None:
    shuffled = replace(LEDGER, files={path: LEDGER.files[path] for path in reversed([*LEDGER.files])})

    assert to_json(shuffled) == to_json(LEDGER)
    assert to_json(LEDGER).startswith('{\n  "format": 1,\n  "library": {\n    "name": "chartgen-library",\n')
    assert to_json(LEDGER).endswith("}\n")
    assert "größe" in to_json(LEDGER)


def test_a_digest_is_that_of_the_bytes_written() -> None:
    assert digest("é\n") == digest("é\n".encode())
    assert digest("") == "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"format": 2}, "is not of format 1; another version of chartgen wrote it"),
        ({"format": None}, "is not of format 1; another version of chartgen wrote it"),
        ({"library": None}, "has no mapping in library"),
        ({"library": {"name": "x", "version": "1"}}, "has no name, version and digest in library"),
        ({"presets": {}}, "has no list in presets"),
        ({"presets": [{"name": "x", "version": 1, "digest": ZERO}]}, "has no name, version and digest in presets"),
        ({"input": "md5:0"}, "has no sha256 digest in input"),
        ({"files": []}, "has no mapping in files"),
        ({"files": {"values.yaml": "sha256:0"}}, "has no sha256 digest in files, values.yaml"),
        ({"files": {"../x": ZERO}}, "lists '../x', which is no generated file of this chart"),
        ({"files": {".chartgen.json": ZERO}}, "lists '.chartgen.json', which is no generated file of this chart"),
        ({"objects": None}, "has no list in objects"),
        ({"objects": ["x"]}, "has no mapping in objects"),
    ],
)
def test_wrong_shapes_are_refused_with_the_reason(change: dict[str, Any], reason: str) -> None:
    data = json.loads(to_json(LEDGER)) | change

    assert refused(json.dumps(data)) == reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is not JSON: Expecting value: line 1 column 1 (char 0)"),
        ("[]", "is not of format 1; another version of chartgen wrote it"),
        ('{"format": 1,\n"format": 1}', "has a key twice"),
        ("{\n<<<<<<< HEAD\n}", "holds the marks of a merge conflict"),
        ("{\n=======\n}", "holds the marks of a merge conflict"),
        ("{\n>>>>>>> main\n}", "holds the marks of a merge conflict"),
    ],
)
def test_broken_text_is_refused_with_the_reason(text: str, reason: str) -> None:
    assert refused(text) == reason


@pytest.mark.parametrize("text", ["[" * 100_000, '{"format": ' + "9" * 10_000 + "}"])
def test_absurd_text_is_refused_too(text: str) -> None:
    assert refused(text).startswith("is not JSON: ")


@pytest.mark.parametrize("path", ["Chart.yaml", ".helmignore", "charts/lib/templates/_x.tpl", "a..b", "..a"])
def test_paths_below_the_chart_stay_inside(path: str) -> None:
    assert stays_inside(path)


@pytest.mark.parametrize(
    "path",
    ["", ".", "..", "/etc/passwd", "../x", "a/../../x", "a//b", "a/", "./a", "a\\..\\b", "C:/x", "a\x00b", "a\nb"],
)
def test_paths_that_leave_the_chart_do_not(path: str) -> None:
    assert not stays_inside(path)


def refused(text: str) -> str:
    with pytest.raises(UnreadableLedger) as caught:
        from_json(text)
    return str(caught.value)
