"""Which line of the author's file says a field: from the call that built a model, or from the lines of a YAML file.

Nothing is kept for it while charts are made. A model remembers its call; only when a message or an explanation asks
is the file parsed and the call found by its position.
"""

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from pydantic import BaseModel
from pydantic.alias_generators import to_camel

from chartgen.models.base import Call, Model, call_of
from chartgen.project.shapes import FieldPath, Key, walk


@dataclass(frozen=True)
class Line:
    """A line of an author's file."""

    file: str
    number: int


_CALL = re.compile(r"\b([a-z_]+)=[A-Z][A-Za-z]*\(")
_KEYWORD = re.compile(r"\b([a-z_]+)=(?=[\"\[\d])")
_NAME = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b")


class Source(Protocol):
    """Something that a layer was read from."""

    @property
    def file(self) -> str:
        """The file, as messages name it."""
        ...

    def line(self, path: FieldPath) -> Line:
        """The line that says the field, or the nearest thing around it."""
        ...

    def spell(self, path: FieldPath) -> str:
        """The field as its author spells it."""
        ...

    def phrase(self, text: str) -> str:
        """A sentence about fields, or code that says them, as its author would write it."""
        ...


@dataclass(frozen=True)
class YamlSource:
    """A data-only file: the reader kept the line of every key."""

    file: str
    kind: type[Model]
    lines: Mapping[FieldPath, int]

    def line(self, path: FieldPath) -> Line:
        """The line of the key, or of the nearest one around it."""
        return self.line_of_keys(_aliases(self.kind, path))

    def line_of_keys(self, keys: FieldPath) -> Line:
        """The same for keys as the file spells them."""
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return Line(self.file, self.lines.get(keys, 1))

    def spell(self, path: FieldPath) -> str:
        """camelCase, with dots."""
        return spell(_aliases(self.kind, path))

    def phrase(self, text: str) -> str:
        """``max_surge="25%"`` becomes ``maxSurge: "25%"``, a call a mapping in braces."""
        called = _CALL.sub(r"\1: {", text)
        if called != text:
            called = called.replace(")", "}")
        return _NAME.sub(lambda found: to_camel(found.group()), _KEYWORD.sub(r"\1: ", called))


@dataclass(frozen=True)
class TomlSource:
    """chartgen.toml, whose reader keeps no lines."""

    file: str

    def line(self, path: FieldPath) -> Line:  # noqa: ARG002 - the parser does not say
        """The file as a whole."""
        return Line(self.file, 0)

    def spell(self, path: FieldPath) -> str:
        """The keys, with dots."""
        return spell(path)

    def phrase(self, text: str) -> str:
        """As it is."""
        return text


@dataclass(frozen=True)
class PythonSource:
    """A Python file: the models that were built in it remember their calls."""

    file: str
    model: Model

    def line(self, path: FieldPath) -> Line:
        """The keyword or dict key that says the field, or the call around it."""
        call, rest = _innermost_call(self.model, path)
        if call is None:
            return Line(self.file, 0)
        return call_line(call, rest, self.file)

    def spell(self, path: FieldPath) -> str:
        """Python's names, with dots."""
        return spell(path)

    def phrase(self, text: str) -> str:
        """As it is."""
        return text


def call_line(call: Call, path: FieldPath, file: str) -> Line:
    """The line within a call that says the field."""
    origin = call.code.co_filename
    shown = file if Path(origin).name == Path(file).name else show(Path(origin))
    return Line(shown, _line_in_call(call, path))


def show(path: Path) -> str:
    """A file as messages name it: relative to the working folder where it lies inside."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def spell(path: FieldPath) -> str:
    """A path with dots; list indexes in brackets."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}"
    return text.lstrip(".")


def _aliases(kind: type[Model], path: FieldPath) -> FieldPath:
    """The path with each field's alias in place of its Python name; what the shape does not know stays as it is."""
    known = tuple(step.alias for step in walk(kind, path))
    return known + path[len(known) :]


def _innermost_call(model: Model, path: FieldPath) -> tuple[Call | None, FieldPath]:
    call, rest = call_of(model), path
    value: Any = model
    for depth, part in enumerate(path[:-1], 1):
        value = _child(value, part)
        if isinstance(value, Model) and call_of(value):
            call, rest = call_of(value), path[depth:]
    return call, rest


def _child(value: Any, part: Key) -> Any:
    if isinstance(value, BaseModel):
        return getattr(value, str(part), None)
    try:
        return value[part]
    except (KeyError, IndexError, TypeError):
        return None


def _line_in_call(call: Call, path: FieldPath) -> int:
    position = _position(call)
    node = _calls(call.code.co_filename).get(position[:4]) if position else None
    if node is None:
        return position[0] if position else call.code.co_firstlineno
    return _line_in_node(node, path)


def _position(call: Call) -> tuple[int, int, int, int] | None:
    """Line, column, last line and last column of the call; None where Python was told to keep no columns."""
    for index, (line, last, column, end) in enumerate(call.code.co_positions()):
        if index == call.instruction // 2:
            return (line or 0, column or 0, last or 0, end or 0) if line else None
    return None


@cache
def _calls(file: str) -> dict[tuple[int, int, int, int], ast.Call]:
    try:
        tree = ast.parse(Path(file).read_text(encoding="utf-8"))
    except (OSError, SyntaxError, ValueError):
        return {}
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {(c.lineno, c.col_offset, c.end_lineno or 0, c.end_col_offset or 0): c for c in calls}


def _line_in_node(node: ast.expr, path: FieldPath) -> int:
    """Walk keywords, dict keys and list items as far as the source spells them out."""
    line = node.lineno
    for part in path:
        found = _entry(node, part)
        if found is None:
            break
        line, node = found
    return line


def _entry(node: ast.expr, part: Key) -> tuple[int, ast.expr] | None:
    if isinstance(node, ast.Call):
        for keyword in node.keywords:
            if keyword.arg in (part, to_camel(str(part))):
                return keyword.lineno, keyword.value
    if isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(key, ast.Constant) and key.value == part:
                return key.lineno, value
    if isinstance(node, (ast.List, ast.Tuple)) and isinstance(part, int) and part < len(node.elts):
        return node.elts[part].lineno, node.elts[part]
    return None
