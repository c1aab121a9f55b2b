"""Collect what is wrong with a file while it is read, so that its author hears of everything at once."""

from typing import Any

from yaml.events import AliasEvent, Event, ScalarEvent

from chartgen.errors import Message
from chartgen.yamlio.events import line_of
from chartgen.yamlio.scalars import shown
from chartgen.yamlio.text import CONTROL

MAX_MESSAGES = 100
MAX_DEPTH = 40
MAX_VALUES = 10_000

Path = tuple[str | int, ...]
"""The keys and indexes that lead to a value."""


class Stop(Exception):
    """The rest is not worth reading; the last message says why."""


class Problems:
    """The messages about one file; the first hundred of them."""

    def __init__(self, file: str) -> None:
        self.messages: list[Message] = []
        self._file = file

    def add(self, line: int, path: Path, text: str, hint: str) -> None:
        """Keep a problem."""
        if len(self.messages) < MAX_MESSAGES:
            self.messages.append(Message(self._file, line, spelled(path), text, hint))

    def empty(self) -> None:
        """The file says nothing."""
        self.add(0, (), "is empty", "start with: name: orders-api")

    def marks(self, event: Any, path: Path) -> None:
        """Anchors, aliases and tags."""
        if isinstance(event, AliasEvent):
            self.add(line_of(event), path, f"*{event.anchor} is an alias", "write the value out here")
        elif event.anchor is not None:
            self.add(line_of(event), path, f"&{event.anchor} is an anchor", "write the value out where it is needed")
        if (tag := getattr(event, "tag", None)) is not None:
            self.add(line_of(event), path, f"{shown(tag)} is a tag", "remove it; put text in double quotes")

    def control_characters(self, event: ScalarEvent, path: Path) -> None:
        """Those written as escapes; in the file itself they were refused before."""
        if found := CONTROL.search(event.value):
            self.add(line_of(event), path, f"holds the control character U+{ord(found.group()):04X}", NO_CONTROL)

    def bounds(self, event: Event, path: Path, values: int) -> None:
        """No file that a person writes is that deep or that large."""
        if len(path) > MAX_DEPTH:
            self.add(line_of(event), (), f"is nested deeper than {MAX_DEPTH} levels", "flatten it")
            raise Stop
        if values > MAX_VALUES:
            self.add(line_of(event), (), f"holds more than {MAX_VALUES} values", "keep such data outside the service")
            raise Stop


NO_CONTROL = "remove it; no value of a chart can carry it"


def spelled(path: Path) -> str:
    """A path with dots, list indexes in brackets."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")
