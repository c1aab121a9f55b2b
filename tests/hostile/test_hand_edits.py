"""Whatever somebody does to a committed chart is found and shown, nothing is written, and a forced run keeps it."""

import os
import random
import re
import shutil
import stat
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from chartgen.charting.ledger import FILE_NAME
from tests.conftest import Run
from tests.hostile.outside import Picture, picture
from tests.hostile.project import make_project
from tests.sizes import size, tried

pytestmark = pytest.mark.slow

WHAT = "Hand edits of charts"
HELD_LOOSELY = (FILE_NAME, "Chart.lock")
"""Found like the others, and made anew without force: nobody's work, and the second is Helm's too."""
MODES = (0o100, 0o111)


def edit(file: Path, dice: random.Random) -> None:
    """Some bytes of it."""
    data = file.read_bytes()
    at = dice.randrange(len(data) + 1)
    ways: list[Callable[[], bytes]] = [
        lambda: data[:at] + dice.randbytes(dice.randint(1, 9)) + data[at:],
        lambda: data[:at],
        lambda: data[:at] + data[at + 1 :],
        lambda: b"",
        lambda: data + b"\n",
        lambda: data.replace(b"\n", b"\r\n"),
        lambda: b"\xef\xbb\xbf" + data,
        lambda: data.rstrip(b"\n"),
        lambda: data + "\u2028\x0b by hand".encode(),
        lambda: b"\n".join(reversed(data.split(b"\n"))),
        lambda: b"<<<<<<< HEAD\n" + data,
    ]
    changed = next((new for way in dice.sample(ways, len(ways)) if (new := way()) != data), b"by hand\n")
    file.write_bytes(changed)


def delete(file: Path, _: random.Random) -> None:
    file.unlink()


def delete_folder(file: Path, _: random.Random) -> None:
    """Below the chart's: without that, there is no chart."""
    shutil.rmtree(file.parent if file.parent.name != "chart" else file.parent / "templates")


def rename(file: Path, dice: random.Random) -> None:
    file.rename(file.with_name(f"{dice.choice(['old', '.', 'x y', 'ü'])}{file.name}"))


def exchange(file: Path, dice: random.Random) -> None:
    """With another generated file."""
    data = file.read_bytes()
    files = sorted(one for one in file.parent.iterdir() if one.is_file() and one.name not in HELD_LOOSELY)
    others = [one for one in files if one.read_bytes() != data]
    if not others:
        delete(file, dice)
        return
    other = dice.choice(others)
    file.write_bytes(other.read_bytes())
    other.write_bytes(data)


def replace(file: Path, dice: random.Random) -> None:
    """A file of the same text and another one, as an editor does that writes beside and renames."""
    new = file.with_name("new")
    new.write_bytes(file.read_bytes() + b"# by hand\n")
    os.utime(new, ns=(file.stat().st_atime_ns, file.stat().st_mtime_ns))
    new.chmod(dice.choice([0o600, 0o644, 0o444]))
    new.rename(file)


def make_executable(file: Path, dice: random.Random) -> None:
    file.chmod(stat.S_IMODE(file.stat().st_mode) | dice.choice(MODES))


KINDS: Mapping[str, Callable[[Path, random.Random], None]] = {
    one.__name__: one for one in (edit, delete, delete_folder, rename, exchange, replace, make_executable)
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_is_found_and_shown_and_kept(kind: str, project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(kind)  # noqa: S311 - no secret
    service = make_project(project, "orders") / "orders"
    monkeypatch.chdir(service.parent)
    assert run("generate", "-q") == (0, "", "")
    fresh = contents(service / "chart")
    for _ in range(size(30, 300)):
        mine = add_foreign(service / "chart", dice)
        before = contents(service / "chart")
        file = dice.choice([path for path in sorted(fresh) if path not in HELD_LOOSELY])
        KINDS[kind](service / "chart" / file, dice)

        assert_refused(service, run, changed_paths(before, contents(service / "chart")) & fresh.keys())
        assert_forced(service, run, fresh, mine)
        tried(WHAT)


@pytest.mark.parametrize("kind", ["edit", "delete", "rename", "make_executable"])
@pytest.mark.parametrize("name", HELD_LOOSELY)
def test_what_is_made_anew_is_found_too(
    kind: str, name: str, project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    dice = random.Random(kind)  # noqa: S311 - no secret
    service = make_project(project, "orders") / "orders"
    monkeypatch.chdir(service.parent)
    assert run("generate", "-q") == (0, "", "")
    fresh = contents(service / "chart")
    for _ in range(size(5, 40)):
        KINDS[kind](service / "chart" / name, dice)
        before = picture(service)

        status, output, messages = run("generate", "--check", "--diff")

        assert (status, picture(service)) == (3, before)
        assert name in output + messages
        assert run("generate", "-q", "--force")[0] == 0
        assert {path: fresh[path] for path in fresh} == {path: contents(service / "chart")[path] for path in fresh}
        clean(service, fresh)
        tried(WHAT)


OBSTACLES: Mapping[str, Callable[[Path], None]] = {
    "a folder": lambda path: path.mkdir(),
    "a link": lambda path: path.symlink_to("Chart.yaml"),
    "a link to nothing": lambda path: path.symlink_to("nowhere"),
    "a pipe": os.mkfifo,
}


@pytest.mark.parametrize("obstacle", OBSTACLES)
@pytest.mark.parametrize("path", ["values.yaml", "templates", "templates/deployment.yaml", FILE_NAME])
def test_what_stands_in_the_way_is_left_to_whoever_put_it_there(
    obstacle: str, path: str, project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = make_project(project, "orders") / "orders"
    monkeypatch.chdir(service.parent)
    assert run("generate", "-q") == (0, "", "")
    place = service / "chart" / path
    (shutil.rmtree if place.is_dir() else Path.unlink)(place)
    if (obstacle, path) == ("a folder", "templates"):
        place.write_text("a file, for once")
    else:
        OBSTACLES[obstacle](place)
    before = picture(service)

    for words in (("--check",), (), ("--force",)):
        status, output, messages = run("generate", *words)
        assert (status, output) == (2, "")
        assert messages.startswith((f"error: orders/chart/{path}: is a ", f"error: orders/chart/{path}: is no "))
    assert picture(service) == before
    tried(WHAT)


def test_foreign_files_alone_are_no_edit(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(0)  # noqa: S311 - no secret
    service = make_project(project, "orders") / "orders"
    monkeypatch.chdir(service.parent)
    assert run("generate", "-q") == (0, "", "")
    for _ in range(size(10, 100)):
        add_foreign(service / "chart", dice)
        before = picture(service)
        assert run("generate", "--check") == (0, "", "")
        assert run("generate", "-q", "--force") == (0, "", "")
        assert picture(service) == before
        tried(WHAT)


def assert_refused(service: Path, run: Run, changed: set[str]) -> None:
    """Told, with a diff; and nothing is written."""
    before = picture(service)

    status, output, messages = run("generate", "--check", "--diff")
    assert status == 3, messages
    assert_shown(changed, output)
    assert "by hand" in messages
    status, output, messages = run("generate")
    assert (status, output) == (3, "")
    assert all(f"orders/chart/{path}: was " in messages for path in changed)
    assert "--force" in messages
    assert picture(service) == before


def assert_shown(changed: set[str], diff: str) -> None:
    """Each file has its part of the diff, in which something is different."""
    parts = re.split(r"^(?=--- |diff --git )", diff, flags=re.MULTILINE)
    for path in changed:
        [*found] = [part for part in parts if f"orders/chart/{path}" in part]
        assert found, (path, diff)
        assert any(re.search(r"^(\+(?!\+\+)|-(?!--)|old mode)", part, re.MULTILINE) for part in found), (path, diff)


def assert_forced(service: Path, run: Run, fresh: Mapping[str, object], mine: Mapping[str, object]) -> None:
    """All is as generated; what was there is in a backup, foreign files are where they were."""
    edited = contents(service / "chart")

    status, _, messages = run("generate", "--force")

    assert status == 0, messages
    now = contents(service / "chart")
    assert {path: now[path] for path in fresh} == fresh
    left = mine.keys() & edited.keys()
    assert {path: now[path] for path in left} == {path: edited[path] for path in left}
    backup = contents(service / "chart.chartgen-backup-1")
    lost = {path: seen for path, seen in edited.items() if now.get(path) != seen}
    assert {path: backup[path] for path in lost} == lost
    assert ("keeps what was edited by hand" in messages) == bool(lost)
    assert run("generate", "--check") == (0, "", "")
    clean(service, fresh)


def clean(service: Path, fresh: Mapping[str, object]) -> None:
    """Away with backups, and most of what is foreign."""
    shutil.rmtree(service / "chart.chartgen-backup-1", ignore_errors=True)
    for path in contents(service / "chart").keys() - fresh.keys():
        (service / "chart" / path).unlink()


def add_foreign(chart: Path, dice: random.Random) -> dict[str, object]:
    """Up to three files that are not chartgen's; each with its content and permissions."""
    before = contents(chart)
    for _ in range(dice.randint(0, 3)):
        folder = chart / dice.choice(["", "templates", "templates/tests", "ci/deep", ".hidden", "charts/theirs"])
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"{dice.choice(['mine', '.mine', 'x y', 'ü', 'values-local'])}{dice.randrange(99)}.yaml"
        file.write_bytes(dice.randbytes(dice.randrange(60)))
        file.chmod(dice.choice([0o600, 0o644, 0o755, 0o444]))
    return {path: seen for path, seen in contents(chart).items() if path not in before}


def contents(folder: Path) -> dict[str, object]:
    """By path: permissions and content of each file."""
    if not folder.exists():
        return {}
    found: Picture = picture(folder)
    return {path: (mode, data) for path, (mode, _, data) in found.items() if stat.S_ISREG(mode)}


def changed_paths(before: Mapping[str, object], after: Mapping[str, object]) -> set[str]:
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
