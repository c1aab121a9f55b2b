"""What stands in a chart's folder: files, folders, and nothing else."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from chartgen.disk.chart import shown
from chartgen.disk.held import Held
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

    executable: frozenset[str] = frozenset()
    """Files that may be run; none where all may be, since a file system without permissions shows them so."""


def look(held: Held, folder: Path) -> Tree:
    """Everything in a folder that may not exist, and its name for messages; InvalidInput for a link or no file."""
    files: dict[str, Identity] = {}
    folders: set[str] = set()
    empty: set[str] = set()
    executable: set[str] = set()
    pending = [""]
    while pending:
        below = pending.pop()
        try:
            entries = _entries(held[below])
        except FileNotFoundError:
            if below:
                raise
            return Tree()
        if not entries and below:
            empty.add(below)
        for entry in entries:
            path = f"{below}/{entry.name}" if below else entry.name
            if _is_folder(entry, folder / path):
                folders.add(path)
                pending.append(path)
            else:
                stat = entry.stat(follow_symlinks=False)
                files[path] = (stat.st_ino, stat.st_size, stat.st_mtime_ns)
                if stat.st_mode & _EXECUTABLE:
                    executable.add(path)
    return Tree(files, frozenset(folders), frozenset(empty), frozenset(executable if executable < files.keys() else ()))


def parents(path: str) -> Iterator[str]:
    """The folders that a file's relative path names, the nearest first."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


_EXECUTABLE = 0o100


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return list(entries)


def _is_folder(entry: os.DirEntry[str], path: Path) -> bool:
    if entry.is_symlink():
        hint = "a chart holds files only: put the file itself there, or remove the link"
        raise invalid(shown(path), "is a symbolic link", hint=hint)
    if entry.is_dir(follow_symlinks=False):
        return True
    if not entry.is_file(follow_symlinks=False):
        raise invalid(shown(path), "is no ordinary file", hint="remove it; a chart holds files only")
    return False
