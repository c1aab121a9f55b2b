"""Runs in trouble: a disk that is full, a folder that goes away or is exchanged for a link while chartgen is in it.

A process of its own, since what it does to itself can't be taken back: it counts the calls of the system by Python's
audit hook, and does harm before a certain one. It prints a line of JSON for each case: what was tried, what is wrong.
"""

import contextlib
import io
import json
import os
import random
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path

from chartgen.cli.app import run
from tests.hostile.outside import brought_in, make_outside, picture, tells
from tests.hostile.project import make_project, write_service


def main(what: str, folder: str, cases: int) -> None:
    """Try so many."""
    dice = random.Random(what)  # noqa: S311 - no secret
    for case, wrong in TROUBLES[what](Path(folder), dice, cases):
        sys.stdout.write(json.dumps([case, wrong]) + "\n")


# A disk that is full


def full_disk(folder: Path, dice: random.Random, cases: int) -> Iterator[tuple[str, list[str]]]:
    """A small file system of its own: all of it is taken but a few pages, of 4 KiB each."""
    project, texts = _versions(folder)
    filler = folder / "filler"
    for free in _spread(dice, cases, 90):
        scene = dice.choice(list(_SCENES))
        before = _scene(project, scene)
        _fill(filler, free * 4096)
        status, said = _generate(*_SCENES[scene])
        filler.unlink()
        yield f"{scene}, {free} pages free", list(_wrong_when_full(project, texts, before, status, said))


def few_files(folder: Path, dice: random.Random, cases: int) -> Iterator[tuple[str, list[str]]]:
    """A small file system of which all names but a few are taken."""
    project, texts = _versions(folder)
    taken = folder / "taken"
    for free in _spread(dice, cases, 60):
        scene = dice.choice(list(_SCENES))
        before = _scene(project, scene)
        taken.mkdir()
        for number in range(os.statvfs(folder).f_ffree - free):
            (taken / str(number)).touch()
        status, said = _generate(*_SCENES[scene])
        shutil.rmtree(taken)
        yield f"{scene}, {free} files free", list(_wrong_when_full(project, texts, before, status, said))


def file_size(folder: Path, dice: random.Random, cases: int) -> Iterator[tuple[str, list[str]]]:
    """No file may be longer than so many bytes, which works for everybody everywhere."""
    project, texts = _versions(folder)
    for most in _spread(dice, cases, 12000):
        scene = dice.choice(list(_SCENES))
        before = _scene(project, scene)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
        status, said = _generate(*_SCENES[scene])
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        yield f"{scene}, {most} bytes a file", list(_wrong_when_full(project, texts, before, status, said))


_SCENES = {"new": (), "changed": (), "edited": ("--force",)}


def _versions(folder: Path) -> tuple[Path, list[dict[str, bytes]]]:
    project = make_project(folder, "orders")
    os.chdir(project)
    texts = []
    for tag in ("1.0.0", "2.0.0"):
        write_service(project / "orders", tag)
        assert _generate() == (0, "")
        texts.append(_files(project / "orders/chart"))
    return project, texts


def _scene(project: Path, scene: str) -> dict[str, bytes]:
    """The chart of version 1, or none; what is to be made is version 2."""
    for backup in project.glob("orders/chart.chartgen-backup-*"):
        shutil.rmtree(backup)
    shutil.rmtree(project / "orders/chart")
    write_service(project / "orders", "1.0.0")
    assert _generate() == (0, "")
    write_service(project / "orders", "2.0.0")
    if scene == "new":
        shutil.rmtree(project / "orders/chart")
    if scene == "edited":
        for file in (project / "orders/chart").rglob("*.*"):
            if file.is_file() and file.name != ".chartgen.json":
                file.write_bytes(b"# by hand\n" + file.read_bytes())
    return _files(project / "orders/chart")


def _wrong_when_full(
    project: Path, texts: list[dict[str, bytes]], before: dict[str, bytes], status: int, said: str
) -> Iterator[str]:
    now = _files(project / "orders/chart")
    if status == 0 and now != texts[1]:
        yield "is not new, and the run says that it is"
    if status != 0 and now != before:
        yield "is not as it was"
    if status not in {0, 2, 4} or (status == 2 and "can't be" not in said):
        yield f"ended with {status}: {said}"
    if left := sorted(path.name for path in (project / "orders").glob(".*")):
        yield f"{left} are left"
    backups = list(project.glob("orders/chart.chartgen-backup-*"))
    if status != 0 and backups and any(_files(one).items() - before.items() for one in backups):
        yield "half a backup is left"
    if _generate("--force")[0] != 0 or _files(project / "orders/chart") != texts[1]:
        yield "the next run did not mend it"


def _fill(filler: Path, free: int) -> None:
    space = os.statvfs(filler.parent)
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(space.f_bavail * space.f_frsize - free, 1))


# Folders that may not be written

_PLACES = ("orders", "orders/chart", "orders/chart/templates", "orders/chart/charts/chartgen-library")
_NOBODY = 65534


def read_only(folder: Path, _: random.Random, __: int) -> Iterator[tuple[str, list[str]]]:
    """Mounted read-only, which holds for root too."""
    project, _texts = _versions(folder)
    _scene(project, "changed")
    for place in (*_PLACES, "."):
        for words in (("mount", "--bind", place, place), ("mount", "-o", "remount,ro,bind", place)):
            subprocess.run(words, check=True)
        os.chdir(project)  # what is mounted over a folder is not seen by those who are in it
        yield f"{place} is mounted read-only", list(_wrong_when_refused(project))
        os.chdir(folder)
        subprocess.run(["umount", project / place], check=True)
        os.chdir(project)


def of_somebody_else(folder: Path, _: random.Random, __: int) -> Iterator[tuple[str, list[str]]]:
    """Root looks with the eyes of somebody who may not; others take their own permission away."""
    project, _texts = _versions(folder)
    _scene(project, "changed")
    for place in _PLACES:
        as_root = os.geteuid() == 0
        if as_root:
            for path in (project, *project.rglob("*")):
                os.chown(path, _NOBODY, _NOBODY)
            os.chown(project / place, 0, 0)
        (project / place).chmod(0o555)
        yield f"{place} may not be written", _as_nobody(project) if as_root else list(_wrong_when_refused(project))
        (project / place).chmod(0o755)


def _as_nobody(project: Path) -> list[str]:
    """In another process: who is not root any more can't become it again."""
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        os.setgroups([])
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)
        os.write(tell, json.dumps(list(_wrong_when_refused(project))).encode())
        os._exit(0)
    os.close(tell)
    with os.fdopen(told) as told_in_full:
        text = told_in_full.read()
    os.waitpid(child, 0)
    found: list[str] = json.loads(text or '["died"]')
    return found


def _wrong_when_refused(project: Path) -> Iterator[str]:
    before = picture(project)
    if (status := run(["generate", "--check", "-q"])) != _STALE:
        yield f"--check ended with {status}"
    for words in ((), ("--force",)):
        status, said = _generate(*words)
        if status != _REFUSED or "can't be written" not in said:
            yield f"ended with {status}: {said}"
    if picture(project) != before:
        yield "something was written"


_REFUSED, _STALE = 2, 3


# What changes while chartgen is there


def vanishing(folder: Path, dice: random.Random, cases: int) -> Iterator[tuple[str, list[str]]]:
    """A folder goes away before one of the calls."""
    for number in range(cases):
        project = make_project(folder / str(number), "billing", "orders")
        gone = dice.choice(("orders/chart/templates", "orders/chart", "orders", "billing", "."))
        last = _prepare(project, dice, rehearsal=number == 0)
        status, said = _run_and_harm(last, partial(shutil.rmtree, project / gone, ignore_errors=True))
        os.chdir(folder)
        yield f"{gone} is gone before call {last}", list(_wrong_when_gone(project, gone, status, said))


def swapped(folder: Path, dice: random.Random, cases: int) -> Iterator[tuple[str, list[str]]]:
    """A link to a folder outside is put in the place of a file or folder before one of the calls."""
    outside = folder / "outside"
    outside.mkdir()
    make_outside(outside)
    places = {
        "orders/chart/values.yaml": "values.yaml",
        "orders/chart/.chartgen.json": ".chartgen.json",
        "orders/chart/mine.txt": "secret.txt",
        "orders/chart/templates": "templates",
        "orders/chart/charts": "relay",
        "orders/chart": "chart",
        "orders": ".",
        "orders/.chart.chartgen-new": "chart",
        "orders/.chart.chartgen-new/templates": "templates",
        "orders/chart.chartgen-backup-1": "chart",
    }
    for number in range(cases):
        project = make_project(folder / str(number), "billing", "orders")
        place, target = dice.choice(list(places.items()))
        last = _prepare(project, dice, rehearsal=number == 0)
        before = picture(outside)
        status, said = _run_and_harm(last, partial(_swap, project / place, outside / target))
        wrong = []
        if picture(outside) != before:
            wrong.append("something outside was touched")
        if tells(said) or brought_in(project):
            wrong.append(f"something outside was read: {brought_in(project)} {said}")
        if status not in {0, 2, 3}:
            wrong.append(f"ended with {status}: {said}")
        os.chdir(folder)
        shutil.rmtree(folder / str(number))
        yield f"{place} is a link before call {last}", wrong


_calls: Iterator[int] = count()
_harm: tuple[int, Callable[[], None]] | None = None
_all_calls: tuple[int, int] = (0, 0)
_writing: tuple[int, int] = (0, 0)
"""From which call on charts are staged and exchanged: the last quarter, which half of the harm is done in."""


def _prepare(project: Path, dice: random.Random, *, rehearsal: bool) -> int:
    """A chart with an edit by hand, of an older version; the call before which the harm is done."""
    global _all_calls, _writing  # noqa: PLW0603 - a process for this alone
    os.chdir(project)
    if rehearsal:
        sys.addaudithook(_hook)
        assert _generate()[0] == 0
    assert _generate("--force")[0] == 0
    (project / "orders/chart/values.yaml").write_text("by hand\n")
    (project / "orders/chart/mine.txt").write_text("mine\n")
    for name in ("billing", "orders"):
        write_service(project / name, "2.0.0")
    if rehearsal:
        saved = project.with_name("saved")
        shutil.copytree(project, saved)
        start = next(_calls)
        _generate("--force")
        _all_calls = (0, next(_calls) - start)
        _writing = (_all_calls[1] * 3 // 4, _all_calls[1])
        shutil.rmtree(project)
        saved.rename(project)
        os.chdir(project)
    return dice.randrange(*dice.choice((_all_calls, _writing)))


def _hook(*_: object) -> None:
    global _harm
    number = next(_calls)
    if _harm and number >= _harm[0]:
        harm, _harm = _harm[1], None
        with contextlib.suppress(OSError):
            harm()


def _run_and_harm(last: int, harm: Callable[[], None]) -> tuple[int, str]:
    global _harm  # noqa: PLW0603 - see above
    _harm = (next(_calls) + last, harm)
    done = _generate("--force")
    _harm = None
    return done


def _wrong_when_gone(project: Path, gone: str, status: int, said: str) -> Iterator[str]:
    if status not in {0, 2, 3} or "Traceback" in said:
        yield f"ended with {status}: {said}"
    for chart in project.glob("*/chart"):
        ledger = chart / ".chartgen.json"
        if gone != "orders/chart/templates" and not ledger.exists():
            yield f"{chart} is no whole chart"
    if left := [path.name for path in project.glob("*/.chart.*")]:
        yield f"{left} are left"


def _swap(place: Path, target: Path) -> None:
    """As fast as it can be done by somebody else."""
    new = place.with_name("link")
    new.symlink_to(target)
    if place.is_dir() and not place.is_symlink():
        place.rename(place.with_name(f"{place.name}.away"))
    new.rename(place)


def _generate(*words: str) -> tuple[int, str]:
    output, messages = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(messages):
        status = run(["generate", "-q" if not words else "--force", *words])
    return status, messages.getvalue() + (output.getvalue() if words else "")


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _spread(dice: random.Random, cases: int, most: int) -> list[int]:
    """From nothing to enough; few cases are spread evenly."""
    return [min(round((case + dice.random()) * most / cases), most) for case in range(cases)]


TROUBLES = {
    "full disk": full_disk,
    "few files": few_files,
    "file size": file_size,
    "read-only": read_only,
    "somebody else": of_somebody_else,
    "vanishing": vanishing,
    "swapped": swapped,
}

if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
