"""Each file of tests/findings is found, or not, with exactly the lines that stand on its top."""

from pathlib import Path

import pytest

from chartgen.checking.rules import NUMBERS
from tests.conftest import Run

FILES = sorted(Path(__file__).parents[1].joinpath("findings").glob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_check_finds_what_the_file_says_and_nothing_else(file: Path, project: Path, run: Run) -> None:
    text = file.read_text(encoding="utf-8")
    (project / ("namespace.py" if "\nnamespace = " in text else "service.py")).write_text(text, encoding="utf-8")
    assert run("generate", "-q") == (0, "", "")

    status, _, messages = run("check", "--today", "2026-11-21")

    assert messages == _expected(text)
    assert status == (1 if _expected(text) else 0)


@pytest.mark.parametrize("rule", NUMBERS)
@pytest.mark.parametrize("case", ["bad", "good", "waived"])
def test_every_rule_has_a_bad_a_good_and_a_waived_file(rule: str, case: str) -> None:
    assert f"{rule}-{case}" in [file.stem for file in FILES]


@pytest.mark.parametrize("file", [file for file in FILES if "-bad" in file.stem], ids=lambda file: file.stem)
def test_a_bad_file_is_bad_by_the_rule_that_it_is_named_for(file: Path) -> None:
    stated = _expected(file.read_text(encoding="utf-8")).splitlines()

    assert {line[:5] for line in stated if not line.startswith("hint: ")} == {file.stem[:5]}


def _expected(text: str) -> str:
    top = [line.removeprefix("# ") for line in text.splitlines(keepends=True) if line.startswith("# ")]
    return "".join(line.removeprefix("finding: ") for line in top if line.startswith(("finding: ", "hint: ")))
