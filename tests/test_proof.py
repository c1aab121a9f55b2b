"""docs/proof.md: what is counted is what tests tell, and what is lost is what pytest says failed."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.sizes import noted
from tools.proof import OTHERS, ROOT, Count, Outcomes, Row, begin, page, rows, told

A, B, C = "tests/a.py::test_a[x]", "tests/a.py::test_a[y]", "tests/a.py::test_c"

PROJECT = """
import pytest
from tests.sizes import size, tried

@pytest.mark.parametrize("number", range(3))
def test_numbers(number):
    for _ in range(size(1, 5)):
        tried("Numbers")
    assert number < 2

def test_tells_nothing():
    pass

def test_is_skipped():
    pytest.skip("no reason")

@pytest.fixture
def broken():
    raise RuntimeError

def test_cannot_start(broken):
    tried("Never")
"""

RUN = """
from pathlib import Path
from tools.proof import rows, run

counts, outcomes = run(["."], Path("kept"))
print(list(outcomes.skipped))
for row in rows(counts, outcomes):
    print(row.what, row.passed, row.lost)
"""

KILLED = """
import os, signal
from pathlib import Path
from tests.sizes import size, tried

def test_passes():
    with Path("turns").open("a") as file:
        file.write("one ")
    tried("Letters", size(1, 5))

def test_kills_the_run_once():
    tried("Numbers", 2)
    if not Path("killed").exists():
        Path("killed").touch()
        while '"ended": "passed"' not in Path("kept").read_text():
            os.sched_yield()
        os.kill(os.getppid(), signal.SIGKILL)
    tried("Numbers", 3)
"""


def test_cases_of_one_name_are_summed_by_name() -> None:
    counts = [Count(C, "Strings", 2), Count(A, "Kills", 3), Count(B, "Strings", 5)]

    assert rows(counts, ended(A, B, C)) == [Row("Kills", 3, 0), Row("Strings", 7, 0)]


def test_a_failed_test_is_a_case_lost_of_what_it_told() -> None:
    assert rows([Count(A, "Kills", 3), Count(B, "Strings", 5)], ended(A, failed=[B])) == [
        Row("Kills", 3, 0),
        Row("Strings", 5, 1),
    ]


def test_one_that_told_nothing_proves_what_its_function_told_elsewhere() -> None:
    assert rows([Count(A, "Kills", 3)], ended(A, failed=[B])) == [Row("Kills", 3, 1)]


def test_one_of_which_nothing_is_known_is_a_case_itself() -> None:
    assert rows([Count(A, "Kills", 3)], ended(A, B, failed=[C])) == [Row("Kills", 3, 0), Row(OTHERS, 1, 1)]


def test_the_order_in_which_tests_ran_makes_no_difference() -> None:
    counts = [Count(A, "Kills", 3), Count(B, "Strings", 5), Count(C, "Strings", 1)]

    assert text(counts, ended(A, B, C)) == text(counts[::-1], ended(C, B, A))


def test_the_page_names_what_was_lost_and_skipped() -> None:
    outcomes = ended(failed=[A])
    outcomes.skipped[C] = None

    assert text([Count(B, "Kills", 1234)], outcomes).partition("Run on ")[2] == (
        "2026-11-21: `just proof tests/a.py`, with\n\n- chartgen 1\n\n"
        "| what | cases tried | passed | lost |\n| --- | ---: | ---: | ---: |\n| Kills | 1,235 | 1,234 | 1 |\n"
        f"\nLost:\n\n- `{A}`\n\nSkipped:\n\n- `{C}`\n"
    )


@pytest.mark.cli
def test_what_is_lost_is_what_really_failed(tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    (tmp_path / "test_it.py").write_text(PROJECT)
    (tmp_path / "test_broken.py").write_text("import no_such_module")

    status, lines = _run(tmp_path)

    assert status == 0
    assert lines[-3:] == ["['test_it.py::test_is_skipped']", "Numbers 15 1", f"{OTHERS} 1 2"]


@pytest.mark.cli
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_an_interrupted_run_is_gone_on_with_and_counts_nothing_twice(tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    (tmp_path / "conftest.py").write_text("from tests.conftest import pytest_collection_modifyitems\n")
    (tmp_path / "test_it.py").write_text(KILLED)

    killed, _ = _run(tmp_path)
    status, lines = _run(tmp_path)

    assert (killed, status) == (-signal.SIGKILL, 0)
    assert lines[-2:] == ["Letters 5 0", "Numbers 5 0"]
    assert (tmp_path / "turns").read_text() == "one "


def test_what_failed_is_run_again_on_mended_code_and_the_page_says_so(tmp_path: Path) -> None:
    file, counted, failed = tmp_path / "kept", {"test": A, "what": "Kills", "cases": 3}, {"test": B, "ended": "failed"}
    lines = [{"code": "old", "paths": ["."]}, counted, {"test": A, "ended": "passed"}, failed]
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))

    begin(file, {"code": "new", "paths": ["."]}, mended=True)
    counts, outcomes = told(noted(file))

    assert counts == [Count(A, "Kills", 3)]
    assert outcomes == Outcomes(passed={A: None}, again={B: None})
    assert f"with what mended it:\n\n- `{B}`\n" in text(counts, outcomes)


@pytest.mark.parametrize("changed", [{"code": "new", "paths": ["."]}, {"code": "old", "paths": ["tests"]}])
def test_a_run_of_other_code_or_tests_begins_anew(tmp_path: Path, changed: dict[str, Any]) -> None:
    file = tmp_path / "kept"
    file.write_text('{"code": "old", "paths": ["."]}\n' + json.dumps({"test": A, "ended": "passed"}) + "\n")

    begin(file, changed, mended=False)

    assert noted(file) == [changed]


def _run(project: Path) -> tuple[int, list[str]]:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTEST_ADDOPTS": ""}
    words = [sys.executable, "-c", RUN]
    done = subprocess.run(words, cwd=project, env=env, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout.splitlines()


def ended(*passed: str, failed: list[str] | None = None) -> Outcomes:
    return Outcomes(dict.fromkeys(passed), dict.fromkeys(failed or []))


def text(counts: list[Count], outcomes: Outcomes) -> str:
    return page(rows(counts, outcomes), outcomes, {"chartgen": "1"}, "2026-11-21", ["tests/a.py"])
