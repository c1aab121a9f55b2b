"""What stands in a chart's folder: files, folders, and nothing else."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from chartgen.disk.chart import shown
from chartgen.errors import invalid

Identity = tuple[int, int, int]
"""Inode, size and time of change: differs when somebody has written the file."""


@dataclass(frozen=True)
class Tree:
    """A folder's content by relative POSIX path."""

    files: Mapping[str, Identity] = field(default_factory=dict)
    folders: frozenset[str] = frozenset()
    empty: frozenset[str] = frozenset()
    """Folders that hold nothing at all."""


def look(folder: Path) -> Tree:
    """Everything in a folder that may not exist; raises InvalidInput for a symlink or what is no file."""
    files: dict[str, Identity] = {}
    folders: set[str] = set()
    empty: set[str] = set()
    pending = [""] if folder.is_dir() else []
    while pending:
        below = pending.pop()
        entries = _entries(os.path.join(folder, below))  # noqa: PTH118 - a fresh check is mostly this
        if not entries and below:
            empty.add(below.rstrip("/"))
        for entry in entries:
            path = below + entry.name
            if _is_folder(entry):
                folders.add(path)
                pending.append(f"{path}/")
            else:
                stat = entry.stat(follow_symlinks=False)
                files[path] = (stat.st_ino, stat.st_size, stat.st_mtime_ns)
    return Tree(files, frozenset(folders), frozenset(empty))


def parents(path: str) -> Iterator[str]:
    """The folders that a file's relative path names, the nearest first."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _entries(folder: str) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return list(entries)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    if entry.is_symlink():
        hint = "a chart holds files only: put the file itself there, or remove the link"
        raise invalid(shown(Path(entry.path)), "is a symbolic link", hint=hint)
    if entry.is_dir(follow_symlinks=False):
        return True
    if not entry.is_file(follow_symlinks=False):
        raise invalid(shown(Path(entry.path)), "is no ordinary file", hint="remove it; a chart holds files only")
    return False
