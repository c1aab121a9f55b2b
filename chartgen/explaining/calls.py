"""Many calls of a chart's templates on one page, which is a template itself: a line for each call.

What templates see differs little from one call to the next. So it stands there once, and each call says what differs;
and of what a call prints, only what the base does not print is given back.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from chartgen.explaining.described import Root

_MOST = 3_000_000
"""Characters on one page: Helm takes no file above 5 MiB."""

_HEAD = """\
apiVersion: v1
kind: Answers
{{- $base := .Files.Get "base.json" | fromJson }}
{{- $new := .Files.Get "new.json" | fromJsonArray }}
{{- $root := $base }}
{{- $text := "" }}
{{- $was := dict }}
"""

_OF_BASE = (
    '{{- $_ := set $was NAME (include NAME $base) }}\n{{ printf "base/%s" NAME | quote }}: {{ get $was NAME | toJson }}'
)
_CALL = "{{ $text = include NAME $root }}{{ if ne $text (get $was NAME) }}{{ $text | toJson }}{{ end }}"

_ANSWER = re.compile(r'^"(base/)?(.+?)": (.+)$', re.MULTILINE)
_REFUSED = re.compile(r"templates/calls\.yaml:(\d+)")


@dataclass(frozen=True)
class Call:
    """One template, and what it sees."""

    number: int
    """Of the root."""

    template: str


@dataclass(frozen=True)
class Answers:
    """What was printed."""

    base: Mapping[str, str]
    """By each template of the base."""

    other: Mapping[Call, str]
    """By the calls that print something else."""


@dataclass(frozen=True)
class Page:
    """Calls on roots, and what they are held against."""

    base: Root
    names: Sequence[str]
    """The templates that are called on the base."""

    roots: Sequence[Root] = ()
    calls: Sequence[Call] = ()

    @property
    def files(self) -> Mapping[str, str]:
        """The page, and the data that it reads, by their paths in a chart."""
        new: list[Any] = []
        lines = [*self._head, *self._lines(new)]
        return {
            "templates/calls.yaml": "".join(f"{line}\n" for line in lines),
            "base.json": json.dumps(self.base),
            "new.json": json.dumps(new),
        }

    def answers(self, text: str) -> Answers:
        """What Helm made of the page, understood."""
        found = _ANSWER.findall(text)
        return Answers(
            {name: json.loads(answer) for base, name, answer in found if base},
            {self.calls[int(place)]: json.loads(answer) for base, place, answer in found if not base},
        )

    def refused(self, message: str) -> int | None:
        """The number of the call in whose line Helm stopped; None where it stopped elsewhere."""
        found = _REFUSED.search(message)
        place = int(found[1]) - len(self._head) - 1 if found else -1
        return place if place in range(len(self.calls)) else None

    @property
    def _head(self) -> Sequence[str]:
        return "\n".join(
            [*_HEAD.splitlines(), *(_OF_BASE.replace("NAME", _quoted(name)) for name in self.names)]
        ).split("\n")

    def _lines(self, new: list[Any]) -> Iterator[str]:
        """A line for each call. What the base does not have is added to the new."""
        last = None
        for place, call in enumerate(self.calls):
            other = call.number != last
            root = f"{{{{ $root = {self._root(call.number, new)} }}}}" if other else ""
            yield f'"{place}": {root}{_CALL.replace("NAME", _quoted(call.template))}'
            last = call.number

    def _root(self, number: int, new: list[Any]) -> str:
        return _assembled("$base", self.base, self.roots[number], new)


def pages(base: Root, names: Sequence[str], roots: Sequence[Root]) -> Iterator[Page]:
    """Every template called on every root, on as many pages as it takes."""
    size = len(json.dumps(base)) + 200 * len(names)
    numbers = range(len(roots))
    for _, group in groupby(numbers, key=lambda number: number // max(1, _MOST // size)):
        yield Page(base, names, roots, [Call(number, name) for number in group for name in names])


def _assembled(known: str, before: Mapping[str, Any], after: Mapping[str, Any], new: list[Any]) -> str:
    """The template's words for what comes after, made of what is known and of what is new."""
    other = [key for key in {**before, **after} if key not in before or key not in after or before[key] != after[key]]
    words = f"(omit {known} {' '.join(map(_quoted, other))})" if other else known
    for key in other:
        if key in after:
            words = f"(set {words} {_quoted(key)} {_inside(known, key, before.get(key), after[key], new)})"
    return words


def _inside(known: str, key: str, before: Any, after: Any, new: list[Any]) -> str:
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        return _assembled(f"(index {known} {_quoted(key)})", before, after, new)
    new.append(after)
    return f"(index $new {len(new) - 1})"


def _quoted(text: str) -> str:
    """A text as templates write it."""
    return json.dumps(text, ensure_ascii=False)
