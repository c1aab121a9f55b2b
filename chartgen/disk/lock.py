"""One writer at a time in a project: a lock on its folder itself, so that there is no file to be left behind.

The kernel takes the lock back when a run ends, however it ends. Where there is no such lock (Windows, some network file
systems), nothing is locked: a chart is whole all the same, since it is exchanged in one step.
"""

import errno
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from chartgen.disk.chart import Chart, shown
from chartgen.errors import invalid

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

PATIENCE = 10.0
"""Seconds that a run waits for another; writing a thousand charts takes less."""


@contextmanager
def alone(charts: Iterable[Chart]) -> Iterator[None]:
    """Nobody else's run writes in the projects of these charts; raises InvalidInput where one goes on too long."""
    with ExitStack() as held:
        for folder in sorted({_project(chart) for chart in charts}):  # in one order: two runs can't wait for each other
            held.enter_context(_locked(folder, time.monotonic() + PATIENCE))
        yield


def _project(chart: Chart) -> Path:
    """The project's folder; without one, the nearest that exists around the chart."""
    folder = (chart.root or chart.folder.parent).absolute()
    return next((one for one in (folder, *folder.parents) if one.is_dir()), folder)


@contextmanager
def _locked(folder: Path, until: float) -> Iterator[None]:
    opened = _opened(folder)
    try:
        while opened is not None and not _take(opened):
            if time.monotonic() >= until:
                text = "another chartgen is writing charts here"
                raise invalid(shown(folder), text, hint="wait until it is done, and run the same command again")
            time.sleep(0.02)
        yield
    finally:
        if opened is not None:
            os.close(opened)


def _opened(folder: Path) -> int | None:
    """The folder as something to lock; None where it can't be."""
    with suppress(OSError):  # Windows opens no folder
        return os.open(folder, os.O_RDONLY)
    return None


def _take(opened: int) -> bool:
    """Whether the lock is ours, or there are none on this file system."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EWOULDBLOCK, errno.EACCES)
    return True
