"""The organisation: its services are clean but for what they waive, its package tests itself and can be installed."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.examples.cases import ACME, EXAMPLES

DAY = "2026-11-21"


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(ACME)
    return ACME


@pytest.mark.helm
@pytest.mark.slow
def test_check_finds_nothing_but_what_is_waived(here: Path, run: Run) -> None:
    assert run("check", "--today", DAY) == (0, "13 charts checked: all is well\n", "")


def test_two_exceptions_are_waived_one_of_a_lock_and_one_of_a_rule(here: Path, run: Run) -> None:
    status, output, _ = run("presets", "waivers", "--today", DAY)

    assert status == 0
    assert [line.split()[3:6] for line in output.splitlines()] == [
        ["2031-03-31", "shipping", "replicas"],
        ["2031-03-31", "ads", "CG601"],
    ]


def test_the_day_after_their_last_day_both_are_told(here: Path, run: Run) -> None:
    status, output, messages = run("generate", "--check", "--today", "2031-04-01")

    assert (status, output) == (2, "")
    assert "its waiver ended on 2031-03-31" in messages


def test_a_service_says_only_what_is_its_own() -> None:
    lines = {file: len(file.read_text().splitlines()) for file in ACME.glob("services/*/*/service.*")}

    assert len(lines) == 12
    assert max(lines.values()) < 65
    assert sum(lines.values()) / len(lines) < 35


def test_the_documentation_shows_a_service_as_it_is() -> None:
    page = (EXAMPLES.parent / "docs" / "presets.md").read_text(encoding="utf-8")
    file = (ACME / "services" / "store" / "currency" / "service.yaml").read_text(encoding="utf-8")

    shown = re.sub(r"(sha256:.{8}).*", r"\1…", file.partition("\n")[2])
    assert f"```text\n{shown}```" in page


def test_the_examples_around_it_know_nothing_of_it(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.chdir(EXAMPLES)

    assert run("render", "currency")[0] == 2
    status, _, messages = run("render", "acme/services/store/currency")
    assert status == 2
    assert messages.startswith("error: acme/services/store/currency/service.yaml: belongs to the project acme\n")


@pytest.mark.cli
@pytest.mark.slow
def test_the_package_tests_itself() -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(command, cwd=ACME / "acme-presets", capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
