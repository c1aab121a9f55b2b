"""Build the new chart beside its place: changed files written, all others linked from the old chart."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from chartgen.disk.plan import Plan
from chartgen.disk.tree import parents


def stage(plan: Plan, into: Path) -> None:
    """The whole chart in a new folder; the old one is only read."""
    old = plan.chart.folder
    written = {change.path: change.after for change in plan.changes if change.after is not None}
    _make_folders(old, into, _folders([*written, *plan.kept], plan.tree.empty))
    for path, text in written.items():
        write_text(into / path, text)
    for path in plan.kept:
        carry(old / path, into / path)


def write_text(path: Path, text: str) -> None:
    """A new file: UTF-8, LF, mode 0666 less the umask."""
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)


def carry(source: Path, target: Path) -> None:
    """The same file in another folder: a second name for it, or a copy with its metadata where links fail."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _folders(files: Iterable[str], empty: Iterable[str]) -> list[str]:
    """What the files need and what was empty already, parents first."""
    needed = {parent for path in files for parent in parents(path)}
    needed |= {folder for path in empty for folder in (path, *parents(path))}
    return [".", *sorted(needed)]


def _make_folders(old: Path, into: Path, folders: Iterable[str]) -> None:
    into.parent.mkdir(parents=True, exist_ok=True)
    for name in folders:
        (into / name).mkdir()
        if (old / name).is_dir():
            shutil.copystat(old / name, into / name)
