"""Plain data by paths: its leaves, a copy with one of them changed, and the path that a user's words mean."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel
from pydantic.alias_generators import to_camel

from chartgen.project.shapes import FieldPath, Key

ABSENT: Final = object()
"""In the place of a value: there is none."""

_BRACKETS = re.compile(r"\[([^\]]*)\]")


def plain(value: Any) -> Any:
    """A model, complete, as mappings and lists; fields by their Python names, those that nobody set among them."""
    if isinstance(value, BaseModel):
        return {name: plain(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, Mapping):
        return {key: plain(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(entry) for entry in value]
    return value


def leaves(value: Any, at: FieldPath = ()) -> Iterator[tuple[FieldPath, Any]]:
    """Every scalar and every empty collection, with its path."""
    entries = _entries(value)
    if not entries:
        yield at, value
    for key, entry in entries:
        yield from leaves(entry, (*at, key))


def sections(value: Any, at: FieldPath = ()) -> Iterator[FieldPath]:
    """The paths of all that holds something, the outer before the inner, the whole left out."""
    for key, entry in _entries(value):
        if _entries(entry):
            yield (*at, key)
            yield from sections(entry, (*at, key))


def get(value: Any, path: FieldPath) -> Any:
    """What stands at a path; ABSENT where nothing does."""
    for part in path:
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            return ABSENT
    return value


def put(value: Any, path: FieldPath, new: Any) -> Any:
    """A copy with something else at a path, ABSENT for nothing; mappings on the way are made."""
    if not path:
        return new
    first, rest = path[0], path[1:]
    if isinstance(value, Sequence) and isinstance(first, int):
        items: Sequence[Any] = value
        inner = put(items[first], rest, new)
        return [*items[:first], *([] if inner is ABSENT else [inner]), *items[first + 1 :]]
    whole = dict(value) if isinstance(value, Mapping) else {}
    whole[first] = put(whole.get(first), rest, new)
    return {key: entry for key, entry in whole.items() if entry is not ABSENT}


def rename(value: Any, path: FieldPath, key: str) -> Any:
    """A copy in which the last key of a path is another, at the same place; the same where there is no such path."""
    around = get(value, path[:-1])
    if not isinstance(around, Mapping) or path[-1] not in around:
        return value
    return put(value, path[:-1], {key if one == path[-1] else one: entry for one, entry in around.items()})


def by_name(value: Any, path: FieldPath) -> FieldPath:
    """The path with the names of list items in place of their numbers: stable where items come or go before them."""
    stable: list[Key] = []
    inner = value
    for part in path:
        is_item = isinstance(inner, (list, tuple))
        inner = get(inner, (part,))
        name = _name(inner) if is_item else None
        stable.append(f"[{name}]" if name else part)
    return tuple(stable)


@dataclass(frozen=True)
class Changes:
    """What became of the leaves that were there before."""

    other: frozenset[FieldPath]
    """Those with another value."""

    gone: frozenset[FieldPath]
    """Those that are not there any more."""


def changes(before: Any, after: Any) -> Changes:
    """What changed; an item of a list that merely moved did not."""
    was, now = dict(leaves(before)), dict(leaves(after))
    differing = [path for path, value in was.items() if path not in now or not _same(value, now[path])]
    if not differing:
        return Changes(frozenset(), frozenset())
    named = {by_name(after, path): value for path, value in now.items()}
    moved = {path: named.get(by_name(before, path), ABSENT) for path in differing}
    other = [path for path in differing if not _same(was[path], moved[path])]
    gone = frozenset(path for path in other if path not in now and moved[path] is ABSENT)
    return Changes(frozenset(other) - gone, gone)


def _same(one: Any, other: Any) -> bool:
    return type(one) is type(other) and bool(one == other)


def find(value: Any, words: str) -> FieldPath | None:
    """The path that words mean, as ``ports.http.port`` or ``containers[web].image``; None where there is none.

    A key may hold dots itself: the longest that fits is tried first. Fields may be spelled as in YAML.
    """
    if not words:
        return ()
    for key, rest in sorted(_first_steps(value, words), key=lambda step: len(step[1])):
        found = find(value[key], rest)
        if found is not None:
            return (key, *found)
    return None


def _entries(value: Any) -> Sequence[tuple[Key, Any]]:
    if isinstance(value, Mapping):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, (list, tuple)) else []


def _first_steps(value: Any, words: str) -> Iterator[tuple[Key, str]]:
    """The keys that the words may begin with, and the words behind each."""
    if bracketed := _BRACKETS.match(words):
        wanted, rest = bracketed[1].strip("\"'"), words[bracketed.end() :].removeprefix(".")
        yield from ((key, rest) for key, entry in _entries(value) if wanted in (str(key), _name(entry)))
        return
    for key, entry in _entries(value):
        for spelling in {str(key), to_camel(str(key)), _name(entry) if isinstance(key, int) else None}:
            if spelling and words.startswith(spelling):
                rest = words[len(spelling) :]
                if rest[:1] in ("", ".", "["):
                    yield key, rest.removeprefix(".")


def _name(entry: Any) -> str | None:
    """What a list's item is called."""
    name = entry.get("name") if isinstance(entry, Mapping) else None
    return name if isinstance(name, str) else None
