"""Runs the tests in full and writes docs/proof.md, what they tried, passed and lost: ``python -m tools.proof``.

A test tells what it proves with ``tests.sizes.tried``. What was lost is not for it to say: a failed test is a case lost
of what it proves, and one that tells nothing is a case itself. It takes long: the same command goes on with a run that
was interrupted, as long as the code is the same; with ``--mended`` what failed is run again on other code, and the page
says so.
"""

import argparse
import hashlib
import json
import os
import platform
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from chartgen.version import VERSION
from tests.helms import PROGRAMS
from tests.sizes import note, noted

ROOT = Path(__file__).parents[1]
DOC = ROOT / "docs" / "proof.md"

CODE = ("chartgen", "examples", "presets", "tests", "tools")
KEPT = ROOT / ".proof"
"""What a run has counted so far, a line of JSON each; gone when the page is written and nothing is lost."""

OTHERS = "All other tests, each a case"

HEAD = """# Proof

What the tests tried in full, and what failed. A normal run (`just test`) tries a part of each; `just proof` runs all of
it and writes this page, `just proof tests/hostile` some of it. It needs every Helm and the control plane
([CONTRIBUTING.md](../CONTRIBUTING.md)). *Passed* is counted by each test, as it goes; *lost* are the tests that failed
by pytest's report, each counted once, with what they prove.
"""


@dataclass(frozen=True)
class Count:
    """Cases of one kind that passed in a test."""

    test: str
    what: str
    cases: int


@dataclass
class Outcomes:
    """How each test ended, as pytest says; one may have passed and failed afterwards, in its teardown."""

    passed: dict[str, None] = field(default_factory=dict)
    failed: dict[str, None] = field(default_factory=dict)
    skipped: dict[str, None] = field(default_factory=dict)
    again: dict[str, None] = field(default_factory=dict)
    """What had failed before, and was run again."""


@dataclass(frozen=True)
class Diary:
    """Notes how each test ends: a plugin of pytest."""

    file: Path

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test's setup, call or teardown has ended."""
        if report.when == "call" or not report.passed:
            self._note(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A file could not be read: none of its tests ran."""
        if report.failed:
            self._note(report)

    def _note(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        note(self.file, {"test": report.nodeid, "ended": report.outcome})


@dataclass(frozen=True)
class Row:
    """A line of the table."""

    what: str
    passed: int
    lost: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, write, and fail if anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--today", default=date.today().isoformat(), help="the day that the page says")  # noqa: DTZ011
    parser.add_argument("--mended", action="store_true", help="run what has failed again, on the code as it is now")
    parser.add_argument("paths", nargs="*", default=["tests"], help="what to run; all tests by default")
    options = parser.parse_args(arguments)

    counts, outcomes = run(options.paths, KEPT, mended=options.mended)
    text = page(rows(counts, outcomes), outcomes, versions(), options.today, options.paths)
    DOC.write_text(text, encoding="utf-8")
    if not outcomes.failed:
        KEPT.unlink()
    print(text)
    return 1 if outcomes.failed else 0


def run(paths: Sequence[str], file: Path, *, mended: bool = False) -> tuple[list[Count], Outcomes]:
    """Run the tests in three processes, in full, but for those that passed before; no tool may be missing, as in CI."""
    begin(file, {"code": code(), "paths": [*paths]}, mended=mended)
    os.environ.update(CHARTGEN_PROOF=str(file.absolute()), CI="true")
    status = pytest.main(["-q", "-n", "3", *paths], plugins=[Diary(file.absolute())])
    if status not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        sys.exit(f"pytest ended with {status!r}: docs/proof.md stays as it is; the same command goes on from here")
    return told(noted(file))


def begin(file: Path, run: Mapping[str, Any], *, mended: bool) -> None:
    """Leave in the file what the same run has seen passing, and which tests failed; nothing of another run."""
    first, *lines = noted(file) or [{}]
    if first != run and not (mended and first.get("paths") == run["paths"]):
        lines = []
    _, outcomes = told(lines)
    kept = [line for line in lines if line["test"] in outcomes.passed and line["test"] not in outcomes.failed]
    kept += [{"test": test, "ended": "again"} for test in {**outcomes.again, **outcomes.failed}]
    file.write_text("".join(json.dumps(line) + "\n" for line in (run, *kept)), encoding="utf-8")


def told(lines: Iterable[Mapping[str, Any]]) -> tuple[list[Count], Outcomes]:
    """What tests have counted, and how they ended."""
    counts, outcomes = [], Outcomes()
    for line in lines:
        if "what" in line:
            counts.append(Count(**line))
        elif "ended" in line:
            getattr(outcomes, line["ended"])[line["test"]] = None
    return counts, outcomes


def code() -> str:
    """Which code this is: a digest of all that the tests run and read."""
    found = hashlib.sha256()
    for path in sorted(path for name in CODE for path in (ROOT / name).rglob("*") if path.is_file()):
        if path.suffix != ".pyc":
            found.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def rows(counts: Iterable[Count], outcomes: Outcomes) -> list[Row]:
    """A line for each thing that is proven, by name, and one for the tests that tell nothing."""
    passed: Counter[str] = Counter()
    told: dict[str, set[str]] = {}
    for one in counts:
        passed[one.what] += one.cases
        for test in (one.test, function(one.test)):
            told.setdefault(test, set()).add(one.what)
    lost = Counter(what for test in outcomes.failed for what in whats(test, told))
    passed[OTHERS] = sum(test not in told and test not in outcomes.failed for test in outcomes.passed)
    named = sorted({*passed, *lost} - {OTHERS})
    return [Row(what, passed[what], lost[what]) for what in (*named, OTHERS) if passed[what] or lost[what]]


def whats(test: str, told: Mapping[str, set[str]]) -> set[str]:
    """What a failed test proves: what it told before, else what its function told of other parameters."""
    return told.get(test) or told.get(function(test)) or {OTHERS}


def function(test: str) -> str:
    """A test without its parameters."""
    return test.partition("[")[0]


def page(found: Sequence[Row], outcomes: Outcomes, used: Mapping[str, str], today: str, paths: Sequence[str]) -> str:
    """The whole page."""
    parts = [
        HEAD,
        f"Run on {today}: `just proof {' '.join(paths)}`".replace(" tests`", "`") + ", with\n",
        *(f"- {name} {number}" for name, number in used.items()),
        "",
        "| what | cases tried | passed | lost |",
        "| --- | ---: | ---: | ---: |",
        *(f"| {row.what} | {row.passed + row.lost:,} | {row.passed:,} | {row.lost:,} |" for row in found),
        *_list("Lost", outcomes.failed),
        *_list("Failed at first, and run again alone, with what mended it", outcomes.again),
        *_list("Skipped", outcomes.skipped),
    ]
    return "\n".join(parts) + "\n"


def _list(title: str, tests: Iterable[str]) -> list[str]:
    names = [f"- `{test}`" for test in sorted(tests)]
    return ["", f"{title}:", "", *names] if names else []


def versions() -> dict[str, str]:
    """What the tests ran with."""
    return {
        "chartgen": VERSION,
        "Python": platform.python_version(),
        "Helm": ", ".join(sorted(map(_helm, PROGRAMS.values()))),
        "Kubernetes": f"{_kubernetes()} (API server), 1.30 to 1.37 (schemas)",
    }


def _helm(program: Path | None) -> str:
    if program is None:
        return f"4.2 (embedded, helm-python-sdk {version('helm-python-sdk')})"
    words = [str(program), "version", "--template", "{{.Version}}"]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.removeprefix("v")


def _kubernetes() -> str:
    text = (ROOT / "tools" / "control-plane" / "build").read_text(encoding="utf-8")
    return text.partition("kubernetes=")[2].partition(" ")[0]


if __name__ == "__main__":
    sys.exit(main())
