"""Measure chartgen: ``just bench``. Prints a table; CPU is that of whole processes, the least of several runs.

Ratios of one run mean something, milliseconds only on one machine. ``python benchmarks/bench.py start`` measures a
part; the others are ``service``, ``growth`` and ``check``.
"""

import resource
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

SCRIPTS = Path(sysconfig.get_path("scripts"))
CHARTGEN = str(SCRIPTS / "chartgen")
PYTHON = sys.executable
EXAMPLE = Path(__file__).parents[1] / "examples" / "orders-api" / "service.py"
RUNS = 9

Row = tuple[str, str, str]

BARE_TYPER = """
import typer
app = typer.Typer(rich_markup_mode=None)
for name in ("new", "generate", "render", "check", "schema"):
    app.command(name)(lambda: None)
app(["--help"])
"""

ONE_SERVICE = """
import sys, time
from pathlib import Path
from chartgen import pipeline
project = pipeline.open_project(Path(sys.argv[1]))
pipeline.plan(project, ["warm"])
times = []
for name in sys.argv[2:]:
    start = time.process_time()
    pipeline.generate(pipeline.plan(project, [name]))
    times.append(time.process_time() - start)
print(min(times))
"""


def main(parts: Sequence[str]) -> None:
    """Print the table of the named parts, or of all."""
    print("| what | measured | aim |\n| --- | --- | --- |")
    for name, measure in PARTS.items():
        for row in measure() if not parts or name in parts else ():
            print(f"| {' | '.join(row)} |", flush=True)


def service() -> Iterator[Row]:
    """One service with three environments, after import."""
    with project_of(12) as folder:
        done = subprocess.run(
            [PYTHON, "-c", ONE_SERVICE, str(folder), *(f"s{i}" for i in range(12))],
            cwd=folder,
            capture_output=True,
            text=True,
            check=True,
        )
    yield "one service, three environments, written", f"{float(done.stdout) * 1000:.1f} ms CPU", "≤ 6 ms"


def growth() -> Iterator[Row]:
    """Ten, a hundred, a thousand services; then once more, with nothing to write."""
    for count in (10, 100, 1000):
        with project_of(count) as folder:
            first, again = generate(folder), generate(folder)
        aim = "≤ 6 s, ≤ 150 MB" if count == 1000 else ""
        yield f"{count} services", f"{first[0]:.2f} s wall, {first[1]:.2f} s CPU, {first[2]:.0f} MB", aim
        yield f"{count} services again, nothing to write", f"{again[0]:.2f} s wall, {again[1]:.2f} s CPU", ""


def start() -> Iterator[Row]:
    """The command line against the least that Python and its libraries take."""
    with project_of(1) as folder:
        generate(folder)
        yield compared([CHARTGEN, "--version"], "python -c pass", [PYTHON, "-c", "pass"], 4, folder)
        yield compared([CHARTGEN, "--help"], "a bare typer program", [PYTHON, "-c", BARE_TYPER], 1.5, folder)
        imports = "import typer; from pydantic import BaseModel"
        yield compared([CHARTGEN, "generate", "--check", "s0"], imports, [PYTHON, "-c", imports], 2, folder)


def check() -> Iterator[Row]:
    """A hundred services in three environments and with values.yaml alone, on each engine."""
    with project_of(100) as folder:
        generate(folder)
        embedded = wall([CHARTGEN, "check"], folder)
        processes = wall([CHARTGEN, "check", "--helm", str(SCRIPTS / "helm")], folder)
    yield "check of 100 services, embedded Helm", f"{embedded:.1f} s", ""
    ratio = f"{processes:.1f} s: the embedded one takes {embedded / processes:.2f} of it"
    yield "check of 100 services, helm processes", ratio, "≤ 0.10"


PARTS: dict[str, Callable[[], Iterator[Row]]] = {"service": service, "growth": growth, "start": start, "check": check}


class project_of:  # noqa: N801 - reads as a verb in `with`
    """A temporary project of many services, and one named ``warm``."""

    def __init__(self, count: int) -> None:
        self._names = [f"s{i}" for i in range(count)]
        self._temporary = TemporaryDirectory()

    def __enter__(self) -> Path:
        folder = Path(self._temporary.name)
        text = EXAMPLE.read_text(encoding="utf-8").replace(
            "environments={", 'environments={\n        "dev": Overlay(),'
        )
        for name in [*self._names, *(["warm"] if len(self._names) == 12 else [])]:
            (folder / name).mkdir()
            (folder / name / "service.py").write_text(text.replace('"orders-api"', f'"{name}"'), encoding="utf-8")
        return folder

    def __exit__(self, *_: object) -> None:
        self._temporary.cleanup()


def generate(folder: Path) -> tuple[float, float, float]:
    """Wall and CPU seconds and peak megabytes of one ``chartgen generate``."""
    code = (
        "import resource; from chartgen.cli.main import _status; _status(['generate', '-q']);"
        "u = resource.getrusage(resource.RUSAGE_SELF); print(u.ru_utime + u.ru_stime, u.ru_maxrss / 1024)"
    )
    begin = time.perf_counter()
    done = subprocess.run([PYTHON, "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    cpu_seconds, megabytes = map(float, done.stdout.split())
    return time.perf_counter() - begin, cpu_seconds, megabytes


def compared(words: Sequence[str], title: str, base: Sequence[str], aim: float, folder: Path) -> Row:
    """One command's CPU against another's."""
    mine, least = cpu(words, folder), cpu(base, folder)
    name = " ".join(["chartgen", *words[1:]])
    return f"`{name}` against `{title}`", f"{mine:.0f} ms against {least:.0f} ms: {mine / least:.1f} x", f"≤ {aim} x"


def cpu(words: Sequence[str], folder: Path) -> float:
    """The least CPU milliseconds of several runs of a process."""
    return min(_cpu_once(words, folder) for _ in range(RUNS)) * 1000


def _cpu_once(words: Sequence[str], folder: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(words, cwd=folder, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def wall(words: Sequence[str], folder: Path) -> float:
    """Wall seconds of one run."""
    begin = time.perf_counter()
    subprocess.run(words, cwd=folder, capture_output=True, check=True)
    return time.perf_counter() - begin


if __name__ == "__main__":
    main(sys.argv[1:])
