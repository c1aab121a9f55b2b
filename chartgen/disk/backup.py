"""Keep beside a chart what would be lost: ``chart.chartgen-backup-1``, with the next free number."""

from collections.abc import Iterable
from itertools import count
from pathlib import Path

from chartgen.disk.stage import carry


def back_up(folder: Path, paths: Iterable[str]) -> Path:
    """Keep some files of a chart, under the same relative paths; the folder they are in."""
    backup = next_backup(folder)
    for path in paths:
        (backup / path).parent.mkdir(parents=True, exist_ok=True)
        carry(folder / path, backup / path)
    return backup


def next_backup(folder: Path) -> Path:
    """The first name that is free."""
    names = (folder.with_name(f"{folder.name}.chartgen-backup-{number}") for number in count(1))
    return next(name for name in names if not name.exists() and not name.is_symlink())
