"""Folders that are held open while chartgen is in them, so that nothing put in their place leads elsewhere.

Linux shows what a process holds open below ``/proc/self/fd``: a path that starts there leads to that folder, whatever
has its name by now. Elsewhere a path is just a path, and a link is refused only if it is there when it is looked for.
"""

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

from chartgen.disk.chart import Chart, shown
from chartgen.errors import invalid

_OPEN = Path("/proc/self/fd")
_HOLDS = sys.platform == "linux" and _OPEN.is_dir()
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
"""A pipe that somebody puts in a file's place is opened at once, and refused."""


class Held(AbstractContextManager["Held"]):
    """A folder, and those below it as they are asked for, each entered from the one above it and never by a link."""

    def __init__(self, folder: Path, *, by_link: bool = False) -> None:
        self._folder, self._by_link = folder, by_link
        self._entered: dict[str, Path] = {}
        self._opened: list[int] = []

    def __exit__(self, *_: object) -> None:
        for opened in self._opened:
            os.close(opened)

    def __getitem__(self, below: str) -> Path:
        """A folder by its relative path, "" for the folder itself; OSError where there is none, or a link."""
        if below not in self._entered:
            self._entered[below] = self._enter(self.path(below) if below else self._folder, below)
        return self._entered[below]

    def path(self, below: str) -> Path:
        """Where something is, which need not exist; the folder around it must."""
        parent, _, name = below.rpartition("/")
        return self[parent] / name

    def make(self, below: str) -> Path:
        """A folder that is entered when it is there, also where it was there before."""
        if below and below not in self._entered:
            parent, _, name = below.rpartition("/")
            (self.make(parent) / name).mkdir(exist_ok=True)
        return self[below]

    def below(self, path: str) -> str:
        """What a path that was given out is called below the folder, for messages."""
        found = [(str(place), below) for below, place in self._entered.items() if f"{path}/".startswith(f"{place}/")]
        place, below = max(found, default=(path, ""))
        return f"{below}{path.removeprefix(place)}".strip("/")

    def _enter(self, path: Path, below: str) -> Path:
        may_be_link = self._by_link and not below
        if not _HOLDS:
            if path.is_symlink() and not may_be_link:
                raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
            return path
        self._opened.append(os.open(path, os.O_RDONLY | os.O_DIRECTORY | (0 if may_be_link else _NO_LINK)))
        return _OPEN / str(self._opened[-1])


@contextmanager
def beside(chart: Chart, *, make: bool = False) -> Iterator[Path]:
    """The chart's place, in the folder around it that is held; ``make`` makes that folder where it is missing.

    Raises InvalidInput where the folder is not in the project, whatever it was a moment ago, and where it is gone.
    """
    with ExitStack() as stack:
        try:
            place = _place(chart, stack, make=make)
        except OSError as error:
            hint = "mend that and run the same command again"
            raise invalid(shown(chart.folder), f"can't be reached: {error.strerror}", hint=hint) from None
        yield place


def _place(chart: Chart, stack: ExitStack, *, make: bool) -> Path:
    folder = chart.folder.absolute()
    around = next(one for one in folder.parents if one.is_dir())
    below, _, name = folder.relative_to(around).as_posix().rpartition("/")
    held = stack.enter_context(Held(around, by_link=True))
    _refuse_elsewhere(chart, held[""])
    return (held.make(below) if make else held[""] / below) / name


def read(path: Path) -> bytes:
    """An ordinary file's content; OSError for a link or anything else, also where it took the file's place just now."""
    with open(path, "rb", opener=_without_links) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, "is no ordinary file", str(path))
        return file.read()


def is_folder(path: Path) -> bool:
    """Whether a folder itself is there, and not a link to one."""
    return path.is_dir() and not path.is_symlink()


def _without_links(path: str, flags: int) -> int:
    return os.open(path, flags | _NO_LINK | _NO_WAIT)


def _refuse_elsewhere(chart: Chart, held: Path) -> None:
    if chart.root and not held.resolve().is_relative_to(chart.root.resolve()):
        text = "leads out of the project by a symbolic link"
        raise invalid(shown(chart.folder), text, hint="set output to a folder inside")
