"""Put the staged chart in its place in one step, and set right what a killed run left behind.

Beside ``chart/`` there may stand, only while chartgen runs or after it was killed:

``.chart.chartgen-new``      the chart being staged; after the exchange, the old one on its way out
``.chart.chartgen-old``      where exchange is not to be had: the old chart, renamed
``.chart.chartgen-journal``  says that the staged chart is whole and two renames are under way
"""

import errno
import os
import shutil
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from chartgen.disk.held import is_folder

Exchange = Callable[[Path, Path], Path]
"""From the staged chart and its place, where an old chart stands, to where the old chart is now."""


def staging(folder: Path) -> Path:
    """Where a chart is staged."""
    return folder.with_name(f".{folder.name}.chartgen-new")


def standing(folder: Path) -> Path:
    """Where a chart is read from: its place, or what a killed run was about to put there."""
    interrupted = not os.path.lexists(folder) and os.path.lexists(_journal(folder)) and is_folder(staging(folder))
    return staging(folder) if interrupted else folder


def in_one_step(staged: Path, place: Path) -> Path:
    """Linux exchanges two folders at once; elsewhere, two renames."""
    return staged if _swap(staged, place) else in_two_renames(staged, place)


def in_two_renames(staged: Path, place: Path) -> Path:
    """For a moment the chart is missing; killed in that moment, the next run finishes the second rename."""
    old = _old(place)
    with _journal(place).open("x", encoding="utf-8") as journal:
        journal.write(_JOURNAL)
    place.rename(old)
    staged.rename(place)
    _journal(place).unlink()
    return old


def recover(folder: Path) -> str:
    """Finish or take back what a killed run began, and say so; "" where there was nothing."""
    repaired = ""
    if standing(folder) != folder:
        repaired = "was missing since an interrupted run, which is finished now"
        staging(folder).rename(folder)
    elif is_folder(_old(folder)) and not os.path.lexists(folder):
        repaired = "was missing since an interrupted run, which is taken back now"
        _old(folder).rename(folder)
    left = [path for path in (_journal(folder), staging(folder), _old(folder)) if os.path.lexists(path)]
    for path in left:
        discard(path)
    return repaired or ("is whole; what an interrupted run left beside it is removed" if left else "")


def discard(path: Path) -> None:
    """Remove a folder with all that is in it, or a link without what it leads to; nothing is fine too."""
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        _remove(path)


def _remove(folder: Path) -> None:
    """Ctrl-C stays Ctrl-C: interrupted between two lines, ``shutil.rmtree`` closes a folder twice and complains."""
    try:
        shutil.rmtree(folder)
    except OSError as error:
        if isinstance(error.__context__, KeyboardInterrupt):
            raise error.__context__ from None
        raise


_JOURNAL = "chartgen was exchanging a chart; its next run finishes that and removes this file.\n"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_UNSUPPORTED = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}


def _journal(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.chartgen-journal")


def _old(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.chartgen-old")


def _swap(left: Path, right: Path) -> bool:
    """Exchange two paths at once (renameat2(2), Linux 3.15); False where system or file system can't."""
    rename = _renameat2()
    if rename is None:
        return False
    if rename(_AT_FDCWD, os.fsencode(left), _AT_FDCWD, os.fsencode(right), _RENAME_EXCHANGE) == 0:
        return True
    code = _errno()
    if code in _UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(right))


@cache
def _renameat2() -> Any:
    """The C library's function; None where there is none."""
    if sys.platform != "linux":
        return None
    import ctypes  # noqa: PLC0415 - a run that changes nothing does without

    return getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)


def _errno() -> int:
    import ctypes  # noqa: PLC0415 - a run that changes nothing does without

    return ctypes.get_errno()
