"""What all tests share: real Helms, a project in an empty folder, and no process that is not asked for."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from chartgen.helm import Embedded, Engine, Process
from tests.helms import PROGRAMS, present
from tests.sizes import FULL, proven

# How fast the machine is decides no test.
settings.register_profile("patient", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


def pytest_report_header() -> str:
    missing = [name for name in PROGRAMS if name not in present()]
    hint = f"; without {', '.join(missing)}: run tools/build-helms" if missing else ""
    return f"helms: {', '.join(present())}{hint}"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """All of what the normal run samples only where it is asked for; in a proof, what has not passed yet."""
    done, samples = proven(), not FULL and "every" not in config.option.markexpr
    left_out = {item for item in items if item.nodeid in done or (samples and item.get_closest_marker("every"))}
    config.hook.pytest_deselected(items=[*left_out])
    items[:] = [item for item in items if item not in left_out]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "engine" in metafunc.fixturenames:
        metafunc.parametrize("engine", present(), indirect=True)


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each Helm in turn."""
    program = PROGRAMS[request.param]
    return Process(str(program)) if program else Embedded()


@pytest.fixture(autouse=True)
def _no_unasked_process(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if any(request.node.get_closest_marker(mark) for mark in ("helm", "cli", "cluster")):
        return

    def refuse(*_: Any, **__: Any) -> None:
        pytest.fail("this test starts a process without the mark helm, cli or cluster")

    monkeypatch.setattr(subprocess, "Popen", refuse)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the working folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    return tmp_path


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """The command line in this process: words in; exit status, output and messages out."""
    from chartgen.cli.app import run as run_words

    def run_line(*words: str) -> tuple[int, str, str]:
        status = run_words(words)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run_line
