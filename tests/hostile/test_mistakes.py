"""A mistake for each constraint of each field: refused at its line, in plain words, and nothing is written."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from chartgen.models.namespace import Namespace
from chartgen.models.service import Service
from tests.conftest import Run
from tests.hostile.document import laid_over, written
from tests.hostile.mistakes import Case, cases
from tests.sizes import tried

BASES: Mapping[type[BaseModel], Mapping[str, Any]] = {
    Service: {"name": "orders-api", "image": {"repository": "ghcr.io/acme/orders-api", "tag": "1.4.2"}},
    Namespace: {"name": "shop"},
}
FILES: Mapping[type[BaseModel], str] = {Service: "service.yaml", Namespace: "namespace.yaml"}
NOT_OURS = re.compile(
    r"Input should|Value error|validation error|Extra inputs|[Pp]ydantic|Traceback|input_value|<class|valid (integer|"
    r"string|list|tuple|dictionary|boolean|number)|UnionType|text that matches \^|should match"
)
"""What a message never holds: pydantic's own words, Python's, or a pattern as it is."""

pytestmark = pytest.mark.slow

ALL = [pytest.param(kind, case, id=f"{kind.__name__} {case}") for kind in BASES for case in cases(kind)]


@pytest.mark.parametrize(("kind", "case"), ALL)
def test_a_mistake_is_refused_at_its_line_in_plain_words(
    kind: type[BaseModel], case: Case, project: Path, run: Run
) -> None:
    text, lines = written(laid_over(BASES[kind], case.data))
    (project / FILES[kind]).write_text(text, encoding="utf-8")

    status, output, messages = run("generate", "-q")

    if case.good:
        assert not any(case.text in message for message in at(lines[case.path], messages))
        return
    assert (status, output) == (2, ""), messages
    assert [path.name for path in project.iterdir()] == [FILES[kind]]
    assert not NOT_OURS.search(messages), messages
    assert (found := at(lines[case.path], messages)), messages
    assert any(case.text in message and case.hint in message for message in found), messages
    tried("Malformed inputs, from the models")


def test_there_are_hundreds_of_them() -> None:
    assert len(ALL) > 3000


def at(line: int, messages: str) -> list[str]:
    """The messages at a line, each with its hint."""
    whole = re.split(r"^error: ", messages, flags=re.MULTILINE)
    return [one for one in whole if re.match(rf"[a-z]+\.yaml:{line}: ", one)]
