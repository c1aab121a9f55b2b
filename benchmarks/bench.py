"""Measure chartgen: ``just bench``. Prints a Markdown table of what was measured beside what is aimed at.

Every figure is that of a fresh process: its CPU time and peak memory as the system counts them, its children's too, and
the seconds on the wall where several cores work at once. Milliseconds hold for one machine; the ratios within one run
hold for most. ``python benchmarks/bench.py start check`` measures some of the parts: service, growth, start, check.
"""

import os
import platform
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO

SCRIPTS = Path(sysconfig.get_path("scripts"))
CHARTGEN = str(SCRIPTS / "chartgen")
HELM = str(SCRIPTS / "helm")
RUNS = 15
"""Of a command that takes milliseconds, the least of so many runs counts."""

ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""As on a machine where chartgen is installed: with compiled modules, which ``main`` puts in a folder of its own."""

PACKAGES = ("pydantic", "typer", "PyYAML", "jsonschema-rs", "helm-python-sdk", "helm-binary")
MEBIBYTE = 2**20 if sys.platform == "darwin" else 2**10
"""Units of ru_maxrss in a MiB: macOS counts bytes, Linux KiB."""

SERVICE = """
from chartgen import (
    Autoscaling, Image, NetworkPolicy, Overlay, Peer, Probes, RateLimit, Ref, Resources, Route, SecretKey, Service,
)

service = Service(
    name="svc-{number}",
    description="Service number {number} of a benchmark.",
    owner="team-{team}",
    presets=["http-api"],
    image=Image(repository="ghcr.io/acme/svc-{number}", tag="1.{number}.0"),
    ports={{"http": {port}}},
    config={{"LOG_LEVEL": "info", "WORKERS": "{number}"}},
    env={{
        "DB_PASSWORD": SecretKey(secret="svc-{number}-db", key="password"),
        "DATABASE_URL": Ref("postgres://svc:$(DB_PASSWORD)@svc-{number}-db/main"),
        "REGION": "eu",
    }},
    probes=Probes(readiness="/health/ready", liveness="/health/live"),
    resources=Resources(cpu="250m", memory="512Mi"),
    routes={{
        "public": Route(
            hosts=["svc-{number}.staging.example.com"], paths=["/v1"], rate_limit=RateLimit(requests_per_second=10)
        ),
    }},
    network_policy=NetworkPolicy(ingress=[Peer("gateway")], egress=[Peer("svc-{number}-db", port=5432)]),
    environments={{
        "dev": Overlay(replicas=1, env={{"REGION": "local"}}),
        "staging": Overlay(replicas=2),
        "production": Overlay(
            image=Image(tag="1.{number}.0", digest="sha256:{digest}"),
            config={{"LOG_LEVEL": "warning"}},
            routes={{"public": Route(hosts=["svc-{number}.example.com"])}},
            autoscaling=Autoscaling(min_replicas=3, max_replicas=30),
        ),
    }},
)
"""

AFTER_IMPORT = """
import gc, time
from pathlib import Path
from chartgen import pipeline
gc.disable()  # as the command line does
project = pipeline.open_project(Path.cwd())
times = []
for number in range(20):
    start = time.process_time()
    pipeline.generate(pipeline.plan(project, [f"svc-{number}"]))
    times.append(time.process_time() - start)
print(min(times))
"""

BARE_TYPER = """
import typer
app = typer.Typer(rich_markup_mode=None)
for name in ("new", "generate", "render", "check", "schema"):
    app.command(name)(lambda: None)
app(["--help"])
"""

IMPORTS = "import typer; from pydantic import BaseModel"


@dataclass(frozen=True)
class Cost:
    """What a process and its children took."""

    wall: float
    cpu: float
    mebibytes: float
    output: str


Row = tuple[str, str, str]
"""What, measured, aimed at."""


def main(words: Sequence[str]) -> None:
    """Print the table of the named parts, or of all."""
    if wrong := set(words) - PARTS.keys():
        sys.exit(f"bench.py: there is no part {', '.join(sorted(wrong))}; there are {', '.join(PARTS)}")
    print(f"{platform.python_implementation()} {platform.python_version()}, {', '.join(_versions())}\n")
    print("| what | measured | aim |\n| --- | --- | --- |")
    with TemporaryDirectory() as compiled:
        ENVIRONMENT["PYTHONPYCACHEPREFIX"] = compiled
        _warm_up()
        for name, measured in PARTS.items():
            for row in measured() if name in words or not words else ():
                print(f"| {' | '.join(row)} |", flush=True)


def service() -> Iterator[Row]:
    """One service after import: its file is run, its chart built in memory and written."""
    with project(20) as folder:
        seconds = float(run([sys.executable, "-c", AFTER_IMPORT], folder).output)
    yield "one service with three environments, after import", f"{1000 * seconds:.1f} ms CPU", "≤ 6 ms"


def growth() -> Iterator[Row]:
    """Ten, a hundred, a thousand services; then once more, when nothing is left to write."""
    for count, aim in ((10, ""), (100, ""), (1000, "≤ 6 s, ≤ 150 MB")):
        with project(count) as folder:
            yield f"`generate` of {count} services", _cost(run([CHARTGEN, "generate"], folder)), aim
            again = run([CHARTGEN, "generate"], folder)
        yield f"{count} services again, nothing to write", _cost(again), "no file touched"
        if again.output:
            sys.exit(f"bench.py: the second run wrote: {again.output}")


def start() -> Iterator[Row]:
    """The command line against the least that Python and its libraries take."""
    with project(1) as folder:
        run([CHARTGEN, "generate"], folder)
        for words, code, title, aim in STARTS:
            mine, least = alternately([CHARTGEN, *words], [sys.executable, "-c", code], folder)
            measured = f"{1000 * mine:.0f} ms against {1000 * least:.0f} ms CPU: {mine / least:.1f} x"
            yield f"`{' '.join(['chartgen', *words])}` against {title}", measured, f"≤ {aim} x"


def check() -> Iterator[Row]:
    """A hundred services, each with values.yaml alone and in three environments, on either engine."""
    with project(100) as folder:
        run([CHARTGEN, "generate"], folder)
        embedded = run([CHARTGEN, "check"], folder)
        processes = run([CHARTGEN, "check", "--helm", HELM], folder)
    cpu, wall = embedded.cpu / processes.cpu, embedded.wall / processes.wall
    yield "`check` of 100 services in 3 environments, embedded Helm", _cost(embedded), ""
    yield "the same by processes, `--helm`", _cost(processes), ""
    yield "the first against the second", f"{cpu:.2f} of the CPU, {wall:.2f} of the wall", "≤ 0.10"


PARTS: dict[str, Callable[[], Iterator[Row]]] = {"service": service, "growth": growth, "start": start, "check": check}

STARTS = (
    (["--version"], "pass", "`python -c pass`", 4),
    (["--help"], BARE_TYPER, "a bare typer program", 1.5),
    (["generate", "--check", "svc-0"], IMPORTS, f"`{IMPORTS}`", 2),
)
"""chartgen's words, the code it is held against, its name, and the aim."""


@contextmanager
def project(count: int) -> Iterator[Path]:
    """A folder of many services, no two alike."""
    with TemporaryDirectory() as temporary:
        for number in range(count):
            place = Path(temporary, f"svc-{number}")
            place.mkdir()
            text = SERVICE.format(number=number, team=number % 7, port=3000 + number, digest=f"{number:064x}")
            (place / "service.py").write_text(text, encoding="utf-8")
        yield Path(temporary)


def run(words: Sequence[str], folder: Path) -> Cost:
    """A process, from start to end; one that fails ends the benchmark."""
    with TemporaryFile("w+") as output, TemporaryFile("w+") as messages:
        begin = time.perf_counter()
        process = subprocess.Popen(words, cwd=folder, env=ENVIRONMENT, stdout=output, stderr=messages)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"bench.py: {words} exited with {process.returncode}: {_text(messages)[:500]}")
        return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / MEBIBYTE, _text(output))


def alternately(mine: Sequence[str], least: Sequence[str], folder: Path) -> tuple[float, float]:
    """The least CPU seconds of two commands, run in turns, so that what else the machine does meets both."""
    pairs = [(run(mine, folder).cpu, run(least, folder).cpu) for _ in range(RUNS)]
    return min(one for one, _ in pairs), min(other for _, other in pairs)


def _warm_up() -> None:
    """Compile every module that is used, and let the system read the files."""
    with project(1) as folder:
        run([CHARTGEN, "generate"], folder)
        run([CHARTGEN, "check"], folder)


def _cost(cost: Cost) -> str:
    return f"{cost.wall:.2f} s wall, {cost.cpu:.2f} s CPU, {cost.mebibytes:.0f} MB"


def _versions() -> Iterator[str]:
    for package in PACKAGES:
        try:
            yield f"{package} {version(package)}"
        except PackageNotFoundError:
            yield f"no {package}"


def _text(file: IO[str]) -> str:
    file.seek(0)
    return file.read()


if __name__ == "__main__":
    main(sys.argv[1:])
