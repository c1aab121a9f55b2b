"""Kill runs that write charts over and over, at any instant, and look at what is left.

A process of its own, since it forks: what takes long, reading and planning, is done once, and an instant costs
milliseconds. It prints a line of JSON for each instant: whether the run had left something, and what is wrong.
"""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import count, cycle
from pathlib import Path

from chartgen import pipeline
from chartgen.charting.ledger import FILE_NAME, digest, from_json
from chartgen.disk import Chart, in_one_step, in_two_renames, write
from tests.hostile.project import make_project, write_service

WAYS = {"one step": in_one_step, "two renames": in_two_renames, "force": in_one_step}
SIGNALS = {"kill": signal.SIGKILL, "interrupt": signal.SIGINT}
LONGEST = 0.05
"""Seconds until a run is killed, at most: some turns of writing."""

MOST_CALLS = 2000
"""The same in calls of the system, as Python's audit hook counts them: a turn that writes has some 280."""

Version = Sequence[Chart]


def main(folder: str, way: str, what: str, instants: int) -> None:
    """Kill so many runs."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell that starts tests behind itself has it ignored
    project = make_project(Path(folder))
    versions = [_version(project, f"{number}.0.0") for number in range(1, 4)]
    write(versions[0])
    dice = random.Random(f"{way} {what}")  # noqa: S311 - no secret
    for _ in range(instants):
        at = dice.choice((dice.uniform(0, LONGEST), dice.randrange(1, MOST_CALLS)))
        found = _one_instant(project, versions, way, what, at)
        sys.stdout.write(json.dumps(found) + "\n")


def _version(project: Path, tag: str) -> Version:
    for name in ("billing", "orders"):
        write_service(project / name, tag)
    return [one.chart for one in pipeline.plan(pipeline.open_project(project), None)]


def _one_instant(
    project: Path, versions: Sequence[Version], way: str, what: str, at: float
) -> tuple[bool, Sequence[str]]:
    """``at``: seconds, or a whole number of calls."""
    status = _killed(project, lambda: _regenerate(project, versions, way), SIGNALS[what], at)
    something_left = any(project.glob("*/.chart.chartgen-*"))
    wrong = list(_wrong(project, versions, way, what, status))
    for one in project.glob("*/chart.chartgen-backup-*"):
        for file in one.iterdir():
            file.unlink()
        one.rmdir()
    return something_left, wrong


def _killed(project: Path, work: Callable[[], None], number: int, at: float) -> int:
    """Its exit status, or minus the signal that ended it."""
    ready, begun = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
            os.write(begun, b"x")
            if isinstance(at, int):
                _die_at_call(at, number)
            work()
        except KeyboardInterrupt:
            os._exit(130)
        except BaseException as error:  # noqa: BLE001 - told by the status
            (project / "failed").write_text(repr(error))
            os._exit(1)
    os.read(ready, 1)
    os.close(ready)
    os.close(begun)
    if not isinstance(at, int):
        time.sleep(at)
        os.kill(child, number)
    return _status(child, number)


def _status(child: int, number: int) -> int:
    """An interrupt that comes while Python tidies up is lost, and sent again, as by somebody at a keyboard."""
    for waited in count(1):
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.002)
        if waited % 1000 == 0:
            os.kill(child, number)
    raise AssertionError


def _die_at_call(last: int, number: int) -> None:
    calls = count(1)

    def hook(*_: object) -> None:
        if next(calls) == last:
            os.kill(os.getpid(), number)

    sys.addaudithook(hook)


def _regenerate(project: Path, versions: Sequence[Version], way: str) -> None:
    for turn, charts in zip(count(), cycle(versions), strict=False):
        if way == "force":
            _edit(project, turn)
        write(charts, force=way == "force", exchange=WAYS[way])


def _edit(project: Path, turn: int) -> None:
    """By hand, in one step; what is written before the rename is what must not be lost after it."""
    new = project / "orders/edit"
    new.write_text(f"by hand {turn}\n")
    new.rename(project / "orders/chart/values.yaml")
    (project / "turn.new").write_text(str(turn))
    (project / "turn.new").rename(project / "turn")


def _wrong(project: Path, versions: Sequence[Version], way: str, what: str, status: int) -> Iterator[str]:
    """What is wrong, before and after the next run."""
    expected = {"kill": -signal.SIGKILL, "interrupt": 130}[what]
    if status != expected:
        yield f"ended with {status}: {_failure(project)}"
    left = {name: _left_beside(project / name) for name in ("billing", "orders")}
    for name in left:
        folder = project / name / "chart"
        if (way != "two renames" or what == "interrupt") and not folder.is_dir():
            yield f"{name} is missing"
        if folder.is_dir() and not _is_whole(folder, versions, name, edited=way == "force"):
            yield f"{name} is neither old nor new"
    yield from _lost(project) if way == "force" else ()
    yield from _after_the_next(project, versions, way, left)


def _failure(project: Path) -> str:
    file = project / "failed"
    return file.read_text() if file.exists() else ""


def _after_the_next(
    project: Path, versions: Sequence[Version], way: str, left: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    heard: list[str] = []
    start = time.monotonic()
    try:
        write(versions[0], force=way == "force", on_notice=heard.append)
    except Exception as error:  # noqa: BLE001 - is what is looked for
        yield f"the next run failed: {error!r}"
    if time.monotonic() - start > 5:
        yield "the next run waited for the lock of one that is dead"
    for name, before in left.items():
        told = any(f"{name}/chart: " in notice and "interrupted run" in notice for notice in heard)
        if told != bool(before):
            yield f"{before} were beside {name}, and the next run said {heard}"
        if after := _left_beside(project / name):
            yield f"{after} are beside {name} after the next run"
        if not _is_whole(project / name / "chart", versions[:1], name, edited=False):
            yield f"{name} is not new after the next run"


def _left_beside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob(".chart.chartgen-*"))


def _is_whole(folder: Path, versions: Sequence[Version], name: str, *, edited: bool) -> bool:
    """All files are of one version, and as the ledger says."""
    texts = {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}
    if edited and texts.get("values.yaml", "").startswith("by hand"):
        ledger = from_json(texts[FILE_NAME])
        return {path: digest(text) for path, text in texts.items() if path not in ("values.yaml", FILE_NAME)} == {
            path: value for path, value in ledger.files.items() if path != "values.yaml"
        }
    return any(texts == chart.files for charts in versions for chart in charts if chart.folder.parent.name == name)


def _lost(project: Path) -> Iterator[str]:
    """What somebody wrote is in the chart, or in a backup."""
    with suppress(FileNotFoundError):
        last = int((project / "turn").read_text())
        places = [project / "orders/chart/values.yaml", *project.glob("orders/chart.chartgen-backup-*/values.yaml")]
        kept = {place.read_text() for place in places}
        missing = [turn for turn in range(last + 1) if f"by hand {turn}\n" not in kept]
        if missing:
            yield f"edits {missing} are lost"
        (project / "turn").unlink()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
