"""Build data from YAML events; refuse on the way what YAML readers would not understand alike.

Refused: anchors, aliases, tags, merge keys, duplicate keys, keys that are no text, further documents, and plain scalars
that mean two things. A loader or a tree of nodes would expand aliases, and could not tell an explicit tag.
"""

from typing import Any

from yaml.events import (
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from chartgen.yamlio.events import events, line_of
from chartgen.yamlio.problems import Path, Problems, Stop
from chartgen.yamlio.scalars import Ambiguous, resolve, shown


class Builder:
    """One file on its way from events to data."""

    def __init__(self, text: str, problems: Problems) -> None:
        self.lines: dict[Path, int] = {}
        self._problems = problems
        self._next = events(text)

    def document(self) -> Any:
        """The data of the only document."""
        self._next()
        if isinstance(self._next(), StreamEndEvent):
            self._problems.empty()
            return None
        data = self._root(self._next())
        self._next()
        if not isinstance(further := self._next(), StreamEndEvent):
            self._problems.add(line_of(further), (), "a second document starts here", "keep one document in a file")
        return data

    def _root(self, event: Event) -> Any:
        if isinstance(event, ScalarEvent) and not event.style and event.value in {"", "~", "null"}:
            self._problems.empty()
            return None
        self.lines[()] = line_of(event)
        return self._value(event, ())

    def _value(self, event: Event, path: Path) -> Any:
        self._problems.marks(event, path)
        if isinstance(event, ScalarEvent):
            return self._scalar(event, path)
        if isinstance(event, MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(path)
        return None

    def _mapping(self, path: Path) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        lines: dict[str, int] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            key, line = self._key(event, path), line_of(event)
            below = (*path, key)
            if key in lines:
                self._problems.add(line, below, f"stands on line {lines[key]} and again on line {line}", "keep one")
            lines.setdefault(key, line)
            mapping[key] = self._child(self._next(), below, line)
        return mapping

    def _sequence(self, path: Path) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            items.append(self._child(event, (*path, len(items)), line_of(event)))
        return items

    def _child(self, event: Event, path: Path, line: int) -> Any:
        self.lines.setdefault(path, line)
        self._problems.bounds(event, path, len(self.lines))
        return self._value(event, path)

    def _key(self, event: Event, path: Path) -> str:
        self._problems.marks(event, path)
        if not isinstance(event, ScalarEvent):
            self._problems.add(line_of(event), path, "a key is not text", 'write keys as words or as "quoted text"')
            raise Stop
        key = self._scalar_key(event, path)
        return f"?{len(self.lines)}" if key is None else key

    def _scalar_key(self, event: ScalarEvent, path: Path) -> str | None:
        if event.style:
            self._problems.control_characters(event, path)
            return str(event.value)
        if event.value == "<<":
            self._problems.add(line_of(event), path, "<< merges another mapping", "write its keys out here")
            return None
        key = resolve(event.value)
        if isinstance(key, str):
            return key
        text = f"the key {shown(event.value)} is not text to every YAML reader"
        self._problems.add(line_of(event), path, text, f'write "{shown(event.value)[1:-1]}":')
        return None

    def _scalar(self, event: ScalarEvent, path: Path) -> Any:
        if event.style:
            self._problems.control_characters(event, path)
            return event.value
        value = resolve(event.value)
        if isinstance(value, Ambiguous):
            self._problems.add(line_of(event), path, value.reason, value.hint)
            return None
        return value
