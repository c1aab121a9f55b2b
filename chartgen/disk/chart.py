"""A chart in memory, and one file's way from what is on disk to what should be."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Literal


@dataclass(frozen=True)
class Chart:
    """Every generated file of a chart, and where it belongs."""

    folder: Path
    """The chart's folder; it need not exist."""

    files: Mapping[str, str]
    """Text by relative POSIX path; the ledger, ``.chartgen.json``, comes last and covers all others."""

    root: Path | None = None
    """The project: no symlink on the way to the folder may lead out of it. None: nobody asks."""


@dataclass(frozen=True)
class Change:
    """What becomes of one file."""

    path: str
    """Relative to the chart's folder, with slashes."""

    kind: Literal["added", "changed", "removed", "edited"]
    """``edited``: not as chartgen left it (edited, deleted, or never chartgen's); only ``force`` overwrites it."""

    before: str | None
    """The text on disk; None where there is none."""

    after: str | None
    """The text that should be; None where the file is generated no more."""

    executable: bool = False
    """Somebody made the file executable, which git keeps; no generated file is."""

    @property
    def by_hand(self) -> str:
        """What somebody did to an edited file."""
        if self.before is None:
            return "deleted"
        return "made executable" if self.before == self.after else "edited"

    def diff(self, folder: str = "") -> str:
        """A unified diff from disk to what should be, its paths below the folder's name."""
        name = f"{folder}/{self.path}".lstrip("/") if folder else self.path
        old = "/dev/null" if self.before is None else f"{name} (on disk)"
        new = "/dev/null" if self.after is None else f"{name} (generated)"
        lines = unified_diff(_lines(self.before), _lines(self.after), old, new)
        text = "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
        return f"{_MODES.format(name)}{text}" if self.executable else text


def shown(path: Path) -> str:
    """A path as messages name it: relative to the working folder where it lies inside."""
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except (ValueError, OSError):  # it lies elsewhere, or the working folder is gone
        return str(path)


_MODES = "diff --git a/{0} b/{0}\nold mode 100755\nnew mode 100644\n"
"""A change of permissions, as git shows it."""


def _lines(text: str | None) -> list[str]:
    """Lines as patch(1) counts them: other characters that Python ends a line at are text like any other."""
    return re.findall(r"[^\n]*\n|[^\n]+", text or "")
