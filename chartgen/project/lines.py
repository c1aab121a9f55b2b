"""Which line of the author's file says a field: from the call that built a model, or from the lines of a YAML file.

Nothing is kept for it while charts are made. A model remembers its call; only when a message or an explanation asks
is the file parsed and the call found by its position.
"""

import ast
import re
from collections.abc import Mapping, Sequence
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
        model, rest = _innermost_model(self.model, path)
        call = call_of(model)
        if call is None:
            return Line(self.file, 0)
        return call_line(call, rest, self.file, model.positional)

    def spell(self, path: FieldPath) -> str:
        """Python's names, with dots."""
        return spell(path)

    def phrase(self, text: str) -> str:
        """As it is."""
        return text


def call_line(call: Call, path: FieldPath, file: str, positional: Sequence[str] = ()) -> Line:
    """The line within a call that says the field; ``positional`` names the arguments that may come without a name."""
    origin = Path(call.code.co_filename)
    return Line(show(origin) if origin.is_file() else file, _line_in_call(call, path, positional))


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


def _innermost_model(model: Model, path: FieldPath) -> tuple[Model, FieldPath]:
    """The model nearest to the field that was built by a call, and the rest of the path inside it."""
    nearest, rest = model, path
    value: Any = model
    for depth, part in enumerate(path[:-1], 1):
        value = _child(value, part)
        if isinstance(value, Model) and call_of(value):
            nearest, rest = value, path[depth:]
    return nearest, rest


def _child(value: Any, part: Key) -> Any:
    if isinstance(value, BaseModel):
        return getattr(value, str(part), None)
    try:
        return value[part]
    except (KeyError, IndexError, TypeError):
        return None


def _line_in_call(call: Call, path: FieldPath, positional: Sequence[str]) -> int:
    position = _position(call)
    source = _source(call.code.co_filename)
    node = source.calls.get(position) if position else None
    if node is None:
        return position[0] if position else call.code.co_firstlineno
    if path and path[0] in positional and positional.index(str(path[0])) < len(node.args):
        return node.args[positional.index(str(path[0]))].lineno
    return _line_in_node(node, path, source.constants)


def _position(call: Call) -> tuple[int, int, int, int] | None:
    """Line, column, last line and last column of the call; None where Python was told to keep no columns."""
    for index, (line, last, column, end) in enumerate(call.code.co_positions()):
        if index == call.instruction // 2:
            return (line or 0, column or 0, last or 0, end or 0) if line else None
    return None


@dataclass(frozen=True)
class _Source:
    calls: Mapping[tuple[int, int, int, int], ast.Call]
    constants: Mapping[str, ast.expr]
    """What stands at the top of the file under a name of its own: ``COMMON = {…}``."""


@cache
def _source(file: str) -> _Source:
    try:
        tree = ast.parse(Path(file).read_bytes())
    except (OSError, SyntaxError, ValueError):
        return _Source({}, {})
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    named = [node for node in tree.body if isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value]
    return _Source(
        {(c.lineno, c.col_offset, c.end_lineno or 0, c.end_col_offset or 0): c for c in calls},
        {target.id: node.value for node in named for target in _targets(node) if node.value},
    )


def _targets(node: ast.Assign | ast.AnnAssign) -> list[ast.Name]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return [target for target in targets if isinstance(target, ast.Name)]


def _line_in_node(node: ast.expr, path: FieldPath, constants: Mapping[str, ast.expr]) -> int:
    """Walk keywords, dict keys and list items as far as the source spells them out."""
    line = node.lineno
    for part in path:
        found = _entry(node, part, constants)
        if found is None:
            break
        line, node = found
    return line


def _entry(node: ast.expr, part: Key, constants: Mapping[str, ast.expr]) -> tuple[int, ast.expr] | None:
    """The line and value of an entry, also of what is spread (``**COMMON``); of several, the last one counts."""
    if isinstance(node, ast.Name):
        node, constants = constants.get(node.id, node), {}
    for name, line, value in reversed(_entries(node)):
        if name is None:
            if found := _entry(value, part, constants):
                return found
        elif name == part or (isinstance(node, ast.Call) and name == to_camel(str(part))):
            return line, value
    return None


def _entries(node: ast.expr) -> list[tuple[object, int, ast.expr]]:
    """The name, line and value of what a call, mapping or list spells out; no name for what is spread into it."""
    if isinstance(node, ast.Call):
        return [(keyword.arg, keyword.lineno, keyword.value) for keyword in node.keywords]
    if isinstance(node, ast.Dict):
        return [
            (key.value, key.lineno, value) if isinstance(key, ast.Constant) else (key and ..., value.lineno, value)
            for key, value in zip(node.keys, node.values, strict=True)
        ]
    if isinstance(node, (ast.List, ast.Tuple)):
        return [(index, item.lineno, item) for index, item in enumerate(node.elts)]
    return []
