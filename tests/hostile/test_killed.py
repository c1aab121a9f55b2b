"""A run that is killed or interrupted at any instant leaves every chart whole, old or new; the next one repairs."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import chartgen
from tests.hostile.project import make_project, write_service
from tests.sizes import size, tried

ROOT = Path(chartgen.__file__).parents[1]
ENV = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}

pytestmark = [pytest.mark.cli, pytest.mark.slow]


@pytest.mark.parametrize(
    ("way", "normal", "full"), [("one step", 40, 400), ("two renames", 40, 400), ("force", 20, 200)]
)
def test_a_killed_run_leaves_every_chart_whole_and_the_next_says_what_it_repairs(
    tmp_path: Path, way: str, normal: int, full: int
) -> None:
    instants(tmp_path, way, "kill", size(normal, full))


@pytest.mark.parametrize(
    ("way", "normal", "full"), [("one step", 40, 400), ("two renames", 40, 400), ("force", 20, 200)]
)
def test_an_interrupted_run_puts_every_chart_in_its_place_before_it_ends(
    tmp_path: Path, way: str, normal: int, full: int
) -> None:
    instants(tmp_path, way, "interrupt", size(normal, full))


def instants(folder: Path, way: str, what: str, times: int) -> None:
    words = [sys.executable, "-m", "tests.hostile.killing", str(folder), way, what, str(times)]
    done = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, env=ENV, check=False)

    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert not (wrong := [one for _, one in found if one]), f"{len(wrong)} of {len(found)}: {wrong}"
    assert (done.returncode, done.stderr, len(found)) == (0, "", times)
    assert what != "kill" or sum(left for left, _ in found) > times / 10, "too few were killed while they wrote"
    tried(f"Runs ended by {'kill -9' if what == 'kill' else 'Ctrl-C'} while they write", times)


SERVICE = """
from pathlib import Path
from chartgen import Image, Service
Path("begun").touch()
service = Service(name="shipping", image=Image(repository="ghcr.io/acme/shipping", tag="1.0.0"))
"""


def test_ctrl_c_ends_the_command_with_130_and_no_traceback(tmp_path: Path) -> None:
    """Wherever it hits: while services are read and planned, while charts are written, while all is done."""
    project = make_project(tmp_path)
    (project / "shipping").mkdir()
    (project / "shipping/service.py").write_text(SERVICE)
    for number in range(times := size(8, 120)):
        write_service(project / "orders", f"{number}.0.0")
        (project / "begun").unlink(missing_ok=True)

        status, messages = _interrupted(project, 0.4 * number / times)

        assert (status, messages) in {(130, ""), (-signal.SIGINT, ""), (0, "")}
        assert not list(project.glob("*/.chart.chartgen-*"))
        assert all((folder / ".chartgen.json").exists() for folder in project.glob("*/chart"))
        tried("Runs ended by Ctrl-C, the whole command")

    assert _interrupted(project, 60) == (0, "")
    assert len(list(project.glob("*/chart"))) == 3


PROGRAM = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from chartgen.cli.main import main
main()
"""
COMMAND = [sys.executable, "-c", PROGRAM]
"""As a terminal starts it; a shell that starts tests behind itself has interrupts ignored."""


def _interrupted(project: Path, seconds: float) -> tuple[int, str]:
    """Exit status and messages of a run that is interrupted so long after it has begun to read services."""
    with subprocess.Popen(
        [*COMMAND, "generate", "-q"], cwd=project, env=ENV, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as run:
        while not (project / "begun").exists() and run.poll() is None:
            time.sleep(0.001)
        try:
            run.wait(seconds)
        except subprocess.TimeoutExpired:
            run.send_signal(signal.SIGINT)
        messages = run.communicate()[1]
        return run.returncode, messages
