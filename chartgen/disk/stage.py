"""Build the new chart beside its place: changed files written, all others linked from the old chart."""

import errno
import os
import shutil
import stat
from collections.abc import Iterable
from pathlib import Path

from chartgen.disk.held import Held, is_folder
from chartgen.disk.plan import Plan
from chartgen.disk.tree import Tree, parents


def stage(plan: Plan, place: Path, into: Path) -> None:
    """The whole chart in a new folder; the old one, where there is one, is only read."""
    written = {change.path: change.after for change in plan.changes if change.after is not None}
    folders = _folders([*written, *plan.kept], plan.tree.empty)
    into.mkdir()
    with Held(place) as old, Held(into) as new:
        for name in folders:
            new.make(name)
        for name in _there(place, plan.tree, folders):
            shutil.copystat(old[name], new[name])
        for path, text in written.items():
            write_text(new.path(path), text)
        for path in plan.kept:
            carry(old.path(path), new.path(path))


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
    if not stat.S_ISREG(target.lstat().st_mode):
        raise OSError(errno.ELOOP, "a link took a file's place just now", str(source))


def _folders(files: Iterable[str], empty: Iterable[str]) -> list[str]:
    """What the files need and what was empty already, parents first."""
    needed = {parent for path in files for parent in parents(path)}
    needed |= {folder for path in empty for folder in (path, *parents(path))}
    return sorted(needed)


def _there(place: Path, tree: Tree, folders: Iterable[str]) -> list[str]:
    """Folders that the old chart has; they keep their permissions."""
    return ["", *(name for name in folders if name in tree.folders)] if is_folder(place) else []
