"""Single files beside charts, and charts for the moment."""

import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from chartgen.disk.chart import Chart, shown
from chartgen.disk.guard import refuse_place
from chartgen.disk.held import Held
from chartgen.disk.stage import write_text
from chartgen.errors import invalid


def make(texts: Mapping[Path, str]) -> list[Path]:
    """Write the files that do not exist yet, each whole or not at all; what exists is never touched.

    Gives the files that were made; where one can't be, none is left behind, and InvalidInput says why.
    """
    made: list[Path] = []
    try:
        for path, text in texts.items():
            if _make(path, text):
                made.append(path)
    except BaseException:
        unmake(made)
        raise
    return made


def unmake(made: Iterable[Path]) -> None:
    """Remove files that ``make`` made, and their folders where that leaves them empty."""
    for path in made:
        path.unlink(missing_ok=True)
        with suppress(OSError):
            path.parent.rmdir()


def materialise(chart: Chart, folder: Path) -> None:
    """Write a chart into a folder that does not exist or is empty, for somebody to read; no ceremony."""
    refuse_place(chart)
    for path, text in chart.files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        write_text(target, text)


def copy(chart: Path, folder: Path, *, without: Iterable[Path] = ()) -> None:
    """The chart that stands somewhere, in a folder that does not exist, without some of its files and folders."""
    left_out = {chart / path for path in without}
    shutil.copytree(chart, folder, ignore=lambda at, names: [name for name in names if Path(at, name) in left_out])


def carry_over(chart: Path, folder: Path, paths: Iterable[Path]) -> None:
    """Files and folders of the chart that stands somewhere, in another place too."""
    for path in paths:
        if (chart / path).is_dir():
            shutil.copytree(chart / path, folder / path)
        else:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(chart / path, folder / path)


def _make(path: Path, text: str) -> bool:
    """Written under another name first, so that nobody ever sees half a file; False where the file exists."""
    if os.path.lexists(path):
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with Held(path.parent) as folder:
            return _make_in(folder[""], path.name, text)
    except OSError as error:
        raise invalid(shown(path), f"can't be written: {error.strerror}", hint=f"is {path.parent} writable?") from None


def _make_in(folder: Path, name: str, text: str) -> bool:
    staged = folder / f".{name}.chartgen-new"
    try:
        staged.unlink(missing_ok=True)
        write_text(staged, text)
        return _claim(staged, folder / name)
    finally:
        with suppress(OSError):
            staged.unlink(missing_ok=True)


def _claim(staged: Path, path: Path) -> bool:
    """Give the file its name, unless somebody else has taken it."""
    try:
        os.link(staged, path)
    except FileExistsError:
        return False
    except OSError:
        staged.rename(path)
    return True
