"""Read what Helm rendered, as Kubernetes would: Go's idea of scalars, several documents, no key twice."""

from typing import Any

from yaml import YAMLError
from yaml.events import (
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from chartgen.yamlio import go
from chartgen.yamlio.events import events, line_of
from chartgen.yamlio.syntax import in_words, line_of_error

MAX_DEPTH = 200


class UnreadableManifest(ValueError):
    """A manifest that Kubernetes would refuse, or that uses what no chart needs: tags, anchors, aliases, merge keys."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(f"line {line}: {text}")
        self.line = line


class DuplicateKey(UnreadableManifest):
    """A key that stands twice in one mapping: Helm takes the last in silence, and the first is lost."""

    def __init__(self, line: int, key: str) -> None:
        super().__init__(line, f"the key {key!r} is given twice")
        self.key = key


def read_manifests(text: str) -> list[Any]:
    """Every document that holds something, in order; raises UnreadableManifest or DuplicateKey."""
    try:
        return [data for data in _Documents(text).read() if data is not None]
    except YAMLError as error:
        raise UnreadableManifest(line_of_error(error, text), in_words(error, text)[0]) from None
    except UnicodeEncodeError as error:
        raise UnreadableManifest(text.count("\n", 0, error.start) + 1, "holds a lone surrogate") from None


class _Documents:
    def __init__(self, text: str) -> None:
        self._next = events(text)

    def read(self) -> list[Any]:
        documents = []
        while not isinstance(event := self._next(), StreamEndEvent):
            if isinstance(event, DocumentStartEvent):
                documents.append(self._value(self._next(), 0))
        return documents

    def _value(self, event: Event, depth: int) -> Any:
        _refuse_marks(event, depth)
        if isinstance(event, MappingStartEvent):
            return self._mapping(depth + 1)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(depth + 1)
        return _scalar(event)

    def _mapping(self, depth: int) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            key = _key(event)
            if key in mapping:
                raise DuplicateKey(line_of(event), key)
            mapping[key] = self._value(self._next(), depth)
        return mapping

    def _sequence(self, depth: int) -> list[Any]:
        items = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            items.append(self._value(event, depth))
        return items


def _refuse_marks(event: Any, depth: int) -> None:
    if event.anchor is not None:
        raise UnreadableManifest(line_of(event), f"the anchor or alias {event.anchor!r} is not read")
    if event.tag is not None:
        raise UnreadableManifest(line_of(event), f"the tag {event.tag!r} is not read")
    if depth > MAX_DEPTH:
        raise UnreadableManifest(line_of(event), f"is nested deeper than {MAX_DEPTH} levels")


def _key(event: Any) -> str:
    if not isinstance(event, ScalarEvent):
        raise UnreadableManifest(line_of(event), "a key is not text")
    _refuse_marks(event, 0)
    if not event.style and event.value == "<<":
        raise UnreadableManifest(line_of(event), "the merge key << is not read")
    key = _scalar(event)
    if key is None or isinstance(key, float):
        raise UnreadableManifest(line_of(event), f"the key {event.value!r} is not text")
    return str(key).lower() if isinstance(key, bool) else str(key)


def _scalar(event: Any) -> bool | int | float | str | None:
    if event.style:
        return str(event.value)
    try:
        return go.resolve(event.value)
    except ValueError as error:
        raise UnreadableManifest(line_of(event), str(error)) from None
