"""Refuse before anything is written: paths that leave the chart, symlinks, files in the way, folders not writable."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from unicodedata import normalize

from chartgen.charting.ledger import stays_inside
from chartgen.disk.chart import Chart, shown
from chartgen.disk.tree import Tree, parents
from chartgen.errors import InvalidInput, Message


def refuse_place(chart: Chart) -> None:
    """Refuse a chart whose files or folder lead elsewhere, or of which some file systems would keep a part."""
    _raise([*_escapes(chart), *_wrong_folder(chart), *_alike(chart.folder, chart.files, ())])


def refuse_shared(charts: Iterable[Chart]) -> None:
    """Refuse two charts in one folder: each would overwrite the other."""
    counted = Counter(chart.folder.absolute() for chart in charts)
    shared = [folder for folder, times in counted.items() if times > 1]
    hint = "give each service an output of its own"
    _raise(Message(shown(folder), 0, "", "is the folder of two charts", hint) for folder in shared)


def refuse_obstacles(chart: Chart, tree: Tree) -> None:
    """Refuse where a folder stands in a file's place, or a file in a folder's, or something of nearly its name."""
    _raise([*_obstacles(chart, tree), *_alike(chart.folder, chart.files, [*tree.files, *tree.folders])])


def refuse_unwritable(chart: Chart, tree: Tree) -> None:
    """Refuse where writing is bound to fail: asked of all charts before the first is written."""
    existing = next(folder for folder in chart.folder.absolute().parents if folder.exists())
    folders = [existing]
    if chart.folder.exists():
        folders += [chart.folder, *(chart.folder / name for name in tree.folders)]
    _raise(_unwritable(folders))


def _raise(messages: Iterable[Message]) -> None:
    if found := list(messages):
        raise InvalidInput(found)


def _escapes(chart: Chart) -> Iterator[Message]:
    for path in chart.files:
        if not stays_inside(path):
            yield Message(
                shown(chart.folder), 0, "", f"{path!r} leaves the chart", "name files below the chart's folder"
            )


def _wrong_folder(chart: Chart) -> Iterator[Message]:
    folder, name = chart.folder, shown(chart.folder)
    if folder.is_symlink():
        yield Message(name, 0, "", "is a symbolic link", "remove it, or set output to the folder that it leads to")
    elif folder.exists() and not folder.is_dir():
        yield Message(name, 0, "", "is a file, where a chart's folder belongs", "move it, or set another output")
    for parent in folder.absolute().parents:
        if parent.exists() and not parent.is_dir():
            yield Message(shown(parent), 0, "", "is a file, where a folder belongs", "move it, or set another output")


def _alike(folder: Path, generated: Iterable[str], foreign: Iterable[str]) -> Iterator[Message]:
    """Names that macOS and Windows take for one: of two such files a checkout there has only one."""
    names: dict[str, str] = {}
    for path in generated:
        for name in (path, *parents(path)):
            other = names.setdefault(_folded(name), name)
            if other != name:
                yield _takes_for_one(folder / name, other, "rename one of them")
    for name in foreign:
        other = names.get(_folded(name), name)
        if other != name:
            yield _takes_for_one(folder / name, other, "rename or remove it")


def _takes_for_one(path: Path, other: str, hint: str) -> Message:
    return Message(shown(path), 0, "", f"and {other!r} beside it are one file on macOS and Windows", hint)


def _folded(path: str) -> str:
    """Equal for names that differ only in case, or in how an accented letter is composed."""
    return path.lower() if path.isascii() else normalize("NFC", normalize("NFD", path).casefold())


def _obstacles(chart: Chart, tree: Tree) -> Iterator[Message]:
    for path in chart.files:
        if path in tree.folders:
            yield Message(shown(chart.folder / path), 0, "", "is a folder, where a generated file belongs", "move it")
        for parent in parents(path):
            if parent in tree.files:
                yield Message(shown(chart.folder / parent), 0, "", "is a file, where a folder belongs", "move it")


def _unwritable(folders: Iterable[Path]) -> Iterator[Message]:
    for folder in folders:
        if not os.access(folder, os.W_OK | os.X_OK):
            yield Message(shown(folder), 0, "", "can't be written", f"chmod u+rwx {shown(folder)}, or run as its owner")
