"""Keep beside a chart what would be lost: ``chart.chartgen-backup-1``, with the next free number."""

import os
from collections.abc import Iterable
from itertools import count
from pathlib import Path

from chartgen.disk.exchange import discard
from chartgen.disk.held import Held
from chartgen.disk.stage import carry


def back_up(folder: Path, paths: Iterable[str]) -> Path:
    """Keep some files of a chart, under the same relative paths, all or none; the folder they are in."""
    backup = next_backup(folder)
    backup.mkdir()
    try:
        with Held(folder) as edited, Held(backup) as kept:
            for path in paths:
                kept.make(path.rpartition("/")[0])
                carry(edited.path(path), kept.path(path))
    except BaseException:
        discard(backup)
        raise
    return backup


def next_backup(folder: Path) -> Path:
    """The first name that is free."""
    names = (folder.with_name(f"{folder.name}.chartgen-backup-{number}") for number in count(1))
    return next(name for name in names if not os.path.lexists(name))
