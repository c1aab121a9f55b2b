"""A process that is kept alive and does what the command line does, one project after the other, under limits.

Whatever blows up there is told, or ends that process, and never the test: memory is bounded by the system, and so is
the time of the processor, so that the speed of the machine decides nothing. What it opens, runs or connects to is
watched by Python's own audit hook, which nothing can take off again.
"""

import gc
import io
import multiprocessing
import os
import resource
import shutil
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Self

MEGABYTE = 1024 * 1024
MEMORY = 200 * MEGABYTE
PATIENCE = 60
"""Seconds without any answer, which only a process has that waits for something."""


@dataclass(frozen=True)
class Task:
    """Files of a project, by their paths, and what is typed in its folder."""

    files: Mapping[str, bytes]
    words: Sequence[str]
    links: Mapping[str, str] = field(default_factory=dict)
    """Symbolic links beside them, and where each leads."""


@dataclass(frozen=True)
class Outcome:
    """What came of it."""

    status: int
    output: str = ""
    messages: str = ""
    seconds: float = 0.0
    """Of the processor."""

    memory: int = 0
    """Bytes at the peak, above what was there before."""

    deeds: Sequence[str] = ()
    """What it opened outside of the project and of what is installed, ran or connected to."""

    written: Sequence[str] = ()
    """Files that were not there before, or hold something else now."""

    death: str = ""


class Captive:
    """The process; another takes its place where one dies."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: Any = None
        self._pipe: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process:
            self._pipe.close()
            self._process.join(5)
            self._process.kill()

    def run(self, task: Task) -> Outcome:
        """What the command line makes of the task."""
        if not self._process:
            self._start()
        self._pipe.send(task)
        try:
            if self._pipe.poll(PATIENCE):
                outcome: Outcome = self._pipe.recv()
                return outcome
            death = "it hangs"
        except EOFError:
            self._process.join(PATIENCE)
            death = f"it died of signal {-self._process.exitcode}"
        self._process.kill()
        self._process = None
        return Outcome(-1, death=death)

    def _start(self) -> None:
        self._folder.mkdir(exist_ok=True)
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, str(self._folder)), daemon=True)
        self._process.start()
        theirs.close()


@dataclass
class Watch:
    """What a process does that reading a file and printing a chart have no need of."""

    allowed: tuple[str, ...]
    deeds: list[str] = field(default_factory=list)
    is_on: bool = False

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Python's audit hook; see the table of audit events in its documentation."""
        if not self.is_on:
            return
        self.is_on = False  # what is looked up here is no deed of theirs
        try:
            if self._is_foul(event, arguments):
                self.deeds.append(f"{event} {arguments!r}"[:300])
        finally:
            self.is_on = True

    def _is_foul(self, event: str, arguments: tuple[Any, ...]) -> bool:
        if event in PATHS:
            return not self._is_inside(arguments[0]) and not (event == "os.listdir" and arguments[0] in sys.path)
        if event == "exec":
            return not self._is_inside(arguments[0].co_filename) and arguments[0].co_filename not in MADE_BY_PYTHON
        return event.startswith(FORBIDDEN)

    def _is_inside(self, path: Any) -> bool:
        if isinstance(path, int):
            return True
        return f"{os.path.realpath(os.fsdecode(path or '.'))}{os.sep}".startswith(self.allowed)


PATHS = {"open", "os.listdir", "os.scandir", "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.chmod", "os.utime"}
"""Events whose first argument is a path."""

FORBIDDEN = (
    "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.kill", "os.symlink",
    "os.link", "os.chown", "os.truncate", "pty.", "socket.", "http.", "urllib.", "ftplib.", "smtplib.", "ssl.",
    "ctypes.", "pickle.", "code.__new__", "builtins.input", "shutil.", "webbrowser.", "sqlite3.", "syslog.",
)  # fmt: skip
MADE_BY_PYTHON = ("<string>", "<frozen importlib._bootstrap>", "<frozen importlib._bootstrap_external>")


def installed() -> list[str]:
    """Where Python, chartgen and their libraries are."""
    import chartgen

    root = Path(chartgen.__file__).parents[1]
    places = [sys.prefix, sys.base_prefix, str(root / "chartgen"), str(root / "presets"), str(root / "library-chart")]
    packages = [place for place in sys.path if place.endswith(("site-packages", ".zip"))]
    return [os.path.realpath(place) + os.sep for place in (*places, *packages)]


def _serve(pipe: Connection, folder: str) -> None:
    os.chdir(folder)
    watch = Watch((os.path.realpath(folder) + os.sep, *installed()))
    sys.addaudithook(watch)
    gc.disable()  # as chartgen does it
    _prepare_the_command_line()
    _run(Task({"service.yaml": b"name: a\nimage: {repository: a/b, tag: c}\n"}, ("generate",)), watch)
    done = 0
    while True:
        try:
            task = pipe.recv()
        except EOFError:
            return
        pipe.send(_run(task, watch))
        if (done := done + 1) % 50 == 0:
            gc.collect()


def _run(task: Task, watch: Watch) -> Outcome:
    _empty(Path.cwd())
    for name, data in task.files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(data)
    for name, target in task.links.items():
        Path(name).symlink_to(target)
    output, messages = io.StringIO(), io.StringIO()
    before = _reset_peak()
    _bound(_mapped() + MEMORY)
    start = time.process_time()
    watch.deeds, watch.is_on = [], True
    with redirect_stdout(output), redirect_stderr(messages):
        status = _command_line(task.words)
    watch.is_on = False
    seconds = time.process_time() - start
    _bound(resource.RLIM_INFINITY)
    written = [name for name in _files() if task.files.get(name) != Path(name).read_bytes()]
    return Outcome(
        status, output.getvalue(), messages.getvalue(), seconds, _peak() - before, tuple(watch.deeds), tuple(written)
    )


def _prepare_the_command_line() -> None:
    """Build what typer builds anew at each call, which takes longer than all the rest."""
    import typer

    from chartgen.cli import app

    app.app = typer.main.get_command(app.app)  # type: ignore[assignment]


def _command_line(words: Sequence[str]) -> int:
    from chartgen.cli.app import run

    return run(words)


def _bound(memory: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (memory, resource.RLIM_INFINITY))


def _mapped() -> int:
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


def _reset_peak() -> int:
    Path("/proc/self/clear_refs").write_text("5")
    return _peak()


def _peak() -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:"))


def _files() -> list[str]:
    return sorted(str(path) for path in Path().rglob("*") if path.is_file())


def _empty(folder: Path) -> None:
    for path in folder.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
