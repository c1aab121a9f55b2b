"""The program as a process: terminals, pipes, signals, locales; and what type checkers say of what ``new`` writes."""

import os
import signal
import subprocess
import sys
import sysconfig
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import Run

pytestmark = pytest.mark.cli

SCRIPTS = Path(sysconfig.get_path("scripts"))
CHARTGEN = SCRIPTS / "chartgen"


@pytest.fixture
def service(project: Path, run: Run) -> Path:
    """A fresh service."""
    assert run("new", "orders-api")[0] == 0
    return project / "orders-api"


def start(*words: str, environment: Mapping[str, str] | None = None) -> "subprocess.CompletedProcess[bytes]":
    env = {**os.environ, **(environment or {})}
    return subprocess.run([CHARTGEN, *words], capture_output=True, check=False, env=env, stdin=subprocess.DEVNULL)


def on_a_terminal(*words: str, environment: Mapping[str, str] | None = None) -> str:
    """What the program writes where its output and its messages are a terminal."""
    primary, secondary = os.openpty()
    env = {**os.environ, "TERM": "xterm", **(environment or {})}
    with subprocess.Popen([CHARTGEN, *words], stdout=secondary, stderr=secondary, env=env) as process:
        os.close(secondary)
        written = b""
        while True:
            try:
                part = os.read(primary, 4096)
            except OSError:
                break
            if not part:
                break
            written += part
        process.wait()
    os.close(primary)
    return written.decode()


def test_the_installed_program_runs(service: Path) -> None:
    done = start("check")

    assert (done.returncode, done.stdout, done.stderr) == (0, b"1 chart checked: all is well\n", b"")


def test_errors_are_red_on_a_terminal(project: Path) -> None:
    plain = {"NO_COLOR": ""}

    assert "\x1b[31merror: nope: " in on_a_terminal("generate", "nope", environment=plain)


def test_nothing_is_coloured_where_no_color_is_set(project: Path) -> None:
    assert "\x1b" not in on_a_terminal("generate", "nope", environment={"NO_COLOR": "1"})


def test_nothing_is_coloured_where_the_output_is_no_terminal(project: Path) -> None:
    assert b"\x1b" not in start("generate", "nope", environment={"NO_COLOR": "", "TERM": "xterm"}).stderr


def test_a_bar_is_shown_on_a_terminal_where_there_is_much_to_do(project: Path, run: Run) -> None:
    (project / "many.yaml").write_text("".join(f"- name: service-{number}\n" for number in range(25)))
    run("new", "--data-file", "many.yaml")

    assert "100%" in on_a_terminal("generate")
    assert "100%" not in on_a_terminal("generate", "service-1")
    assert start("generate").stderr == b""


@pytest.mark.parametrize(
    "words", [["render", "orders-api"], ["schema"], ["--help"], ["--version"], ["generate", "--diff"]]
)
def test_a_pipe_that_nobody_reads_ends_the_program_in_silence(service: Path, words: list[str]) -> None:
    (service / "service.py").write_text((service / "service.py").read_text().replace("0.1.0", "0.2.0"))
    reader, writer = os.pipe()
    os.close(reader)

    done = subprocess.run([CHARTGEN, *words], stdout=writer, stderr=subprocess.PIPE, check=False)

    os.close(writer)
    assert done.stderr == b""
    assert done.returncode in (0, 141)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_under_the_output_is_told(service: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([CHARTGEN, "schema"], stdout=full, stderr=subprocess.PIPE, check=False)

    assert done.returncode == 4
    assert done.stderr == b"error: the output can't be written: No space left on device\n"


def test_an_interruption_stops_the_program_without_a_traceback(service: Path) -> None:
    helm = service.parent / "helm"
    helm.write_text('#!/bin/sh\nif [ "$1" = version ]; then echo v4.1.0; else touch started; exec sleep 60; fi\n')
    helm.chmod(0o755)
    command = [str(CHARTGEN), "check", "--helm", "./helm"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as process:
        _wait_for(service.parent / "started")
        os.killpg(process.pid, signal.SIGINT)
        output, messages = process.communicate(timeout=30)

    assert (process.returncode, output, messages) == (130, b"", b"")


def test_manifests_are_utf_8_in_every_locale(service: Path) -> None:
    file = service / "service.py"
    file.write_text(
        file.read_text().replace("    image=", '    env={"GREETING": "Grüße"},\n    image='), encoding="utf-8"
    )

    done = start("render", "orders-api", environment={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})

    assert done.returncode == 0
    assert "Grüße".encode() in done.stdout


def test_a_file_name_that_is_not_utf_8_is_told_as_it_is(service: Path) -> None:
    odd = os.fsencode(service.parent) + b"/caf\xe9"
    os.rename(os.fsencode(service), odd)  # noqa: PTH104 - pathlib knows no bytes
    os.remove(odd + b"/chart/values.yaml")  # noqa: PTH107 - the same

    done = start("generate", "--check")

    assert done.returncode == 3
    assert done.stderr.startswith(b"stale: caf\xe9/chart: values.yaml (deleted by hand)\n")


@pytest.fixture
def scaffolded(project: Path, run: Run) -> Path:
    """Service files of every kind that ``new`` writes in Python."""
    digest = f"sha256:{64 * 'a'}"
    environments = [
        word for name in ("development", "staging", "production") for word in ("-e", f"{name}-eu-central-1")
    ]
    assert run("new", "short")[0] == 0
    assert run("new", 63 * "n")[0] == 0
    assert run("new", "with-port", "--port", "3000", "--image", f"ghcr.io:5000/acme/api@{digest}")[0] == 0
    long = f"registry.example.com:5000/{'/'.join(9 * ['department'])}/api:1.4.2@{digest}"
    assert run("new", "long", "--image", long, *environments)[0] == 0
    (project / "chartgen.toml").write_text('presets = ["http-api"]\n[environments.live]\n')
    assert run("new", "bare")[0] == 0
    return project


@pytest.mark.parametrize("length", ["88", "120"])
def test_what_new_writes_is_formatted_for_either_usual_line_length(scaffolded: Path, length: str) -> None:
    done = _ask("ruff", "format", "--isolated", "--diff", "--line-length", length, ".")

    assert done.returncode == 0, done.stdout


def test_what_new_writes_has_nothing_for_a_linter(scaffolded: Path) -> None:
    done = _ask("ruff", "check", "--isolated", "--select", "E4,E7,E9,F,I,B,UP,ANN,D1,RUF", ".")

    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_what_new_writes_passes_mypy_strict(scaffolded: Path) -> None:
    for file in sorted(scaffolded.glob("*/service.py"))[:2]:
        done = _ask("mypy", "--strict", "--config-file", os.devnull, "--cache-dir", os.devnull, str(file))

        assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_what_new_writes_passes_pyright_strict(scaffolded: Path) -> None:
    (scaffolded / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict", "exclude": ["**/chart"]}')
    done = _ask("pyright", "--pythonpath", sys.executable, "-p", ".")

    assert done.returncode == 0, done.stdout


def _ask(tool: str, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([SCRIPTS / tool, *words], capture_output=True, text=True, check=False)


def _wait_for(file: Path) -> None:
    for _ in range(300):
        if file.exists():
            return
        time.sleep(0.1)
    pytest.fail(f"{file.name} did not appear")
