"""What every Helm can do for chartgen, and how it says no."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from chartgen.errors import ToolError

_NOISE = re.compile(r"^(?:Use --debug flag|level=|WARNING:|\w+\.go:|\d{4}/\d\d/\d\d |I\d{4} ).*\n?", re.MULTILINE)


class RenderFailed(ToolError):
    """Helm refused a chart or its values; the text is Helm's own."""

    def __init__(self, text: str) -> None:
        super().__init__(trimmed(text))


class Engine(Protocol):
    """One Helm."""

    @property
    def name(self) -> str:
        """What it is, for messages: ``embedded Helm`` or the path of an executable."""
        ...

    @property
    def version(self) -> str:
        """As Helm itself says it: ``v4.2.3``."""
        ...

    @property
    def workers(self) -> int:
        """How many threads can use it at once and gain by it."""
        ...

    def render(
        self,
        chart: Path,
        *,
        release: str,
        values_files: Sequence[Path] = (),
        sets: Sequence[str] = (),
        kube_version: str,
        namespace: str = "default",
    ) -> str:
        """What ``helm template`` prints: one YAML text, each document below its ``---`` and ``# Source:``.

        Raises RenderFailed where Helm refuses the chart, its values or the release's name.
        """
        ...

    def lint(self, chart: Path, *, values_files: Sequence[Path] = (), kube_version: str) -> list[str]:
        """What ``helm lint`` calls an error; empty where the chart is clean."""
        ...


def trimmed(text: str) -> str:
    """Helm's message without ``Error:``, warnings and advice about its own options."""
    start = text.find("Error: ")
    return _NOISE.sub("", text[max(start, 0) :]).strip().removeprefix("Error: ")
