"""Writes docs/reference.md and docs/service.schema.json from the models: ``python -m tools.reference``."""

import ast
import inspect
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from pkgutil import iter_modules
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from chartgen import models
from chartgen.models.base import MUST, Model, Shorthand
from chartgen.models.docs import field_doc
from chartgen.models.service import Overlay, Preset, Service, Settings
from chartgen.models.variables import EnvVar
from chartgen.project.shapes import models_within
from chartgen.project.yaml_schema import service_schema

DOCS = Path(__file__).parents[1] / "docs"

FIRST = (Service, Overlay, Preset, Settings)
"""What an author starts from; every other model stands below them, by name."""

HEAD = """# Reference

Every field that a service, an overlay and a preset may have. The page is made from the models (`just gen`); its last
column is the text under each field. In Python a field has its first name, in `service.yaml` and in presets as YAML its
second. [service.schema.json](service.schema.json) tells the same to editors; `chartgen schema` prints it.

A layer may leave out every field; *required* means that some layer has to say it. Where a type ends in *or none*,
`None` (in YAML `null`) takes back what lower layers said. Lists are replaced whole, maps merge key by key.
"""

SCALARS = """## Scalars

What a name, a quantity and the like have to look like.
"""

Names = Mapping[str, str]
"""The names of types by how they are written out, as one module knows them."""


def files() -> dict[Path, str]:
    """Path and text of what is generated."""
    return {DOCS / "reference.md": reference(), DOCS / "service.schema.json": service_schema()}


def reference() -> str:
    """The whole page."""
    text = "\n".join([HEAD, *(f"{_section(model)}\n" for model in _in_order())])
    rows = [row for name, row in _scalars().items() if f"[{name}](#scalars)" in text]
    return f"{text}\n{SCALARS}\n{_table(('Scalar', 'Form', 'Meaning'), rows)}\n"


def _in_order() -> list[type[BaseModel]]:
    found: set[type[BaseModel]] = set()
    waiting: list[type[BaseModel]] = [*FIRST]
    while waiting:
        model = waiting.pop()
        found.add(model)
        inner = {one for info in model.model_fields.values() for one in models_within(info.annotation)}
        waiting += inner - found
    return [*FIRST, *sorted(found - {*FIRST}, key=lambda model: model.__name__)]


def _section(model: type[BaseModel]) -> str:
    described = _markdown(inspect.cleandoc(model.__doc__ or ""))
    rows = [_row(model, name) for name in _own_fields(model)]
    table = _table(("Python", "YAML", "Type", "Default", "Meaning"), rows)
    return "\n\n".join([f"## {model.__name__}", described, *_remarks(model), table])


def _remarks(model: type[BaseModel]) -> Iterator[str]:
    if model in (Service, Overlay, Preset):
        yield "It has every field of [Settings](#settings), and these:"
    if issubclass(model, Shorthand):
        yield f"May be written as its `{model.scalar}` alone."
    if model is EnvVar:
        yield "May be written as text, which is its `value`, or as what one of its other fields takes."
    for rivals in model.rivals if issubclass(model, Model) else ():
        names = _listed([f"`{name}`" for name in model.model_fields if name in rivals], "and")
        yield f"Of {names}, a layer that says one takes back the others in lower layers."


def _own_fields(model: type[BaseModel]) -> list[str]:
    inherited = Settings.model_fields if model in (Service, Overlay, Preset) else {}
    return [name for name in model.model_fields if name not in inherited]


def _row(model: type[BaseModel], name: str) -> list[str]:
    info = model.model_fields[name]
    owner = next(base for base in model.__mro__ if name in inspect.get_annotations(base))
    typed = _type(get_type_hints(owner, include_extras=True)[name], _names(owner.__module__))
    return [f"`{name}`", f"`{info.alias or name}`", typed, _default(info), _markdown(field_doc(model, name))]


def _default(info: FieldInfo) -> str:
    return "*required*" if info.default is MUST else f"`{_python(info.default)}`"


def _python(value: Any) -> str:
    """A default as an author would write it."""
    if isinstance(value, BaseModel):
        said = [name for name in type(value).model_fields if name in value.model_fields_set]
        return f"{type(value).__name__}({', '.join(f'{name}={_python(getattr(value, name))}' for name in said)})"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_python, value))}]"
    return f'"{value}"' if isinstance(value, str) else repr(value)


def _type(annotation: Any, names: Names) -> str:
    """A type in words."""
    if name := names.get(repr(annotation)):
        return f"[{name}](#scalars)"
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _type(parts[0], names) + _constraints(parts[0], parts[1:])
    if origin is Literal:
        return _listed([f"`{_python(word)}`" for word in parts], "or")
    if origin is not None:
        return _compound(origin, [_type(part, names) for part in parts])
    if issubclass(annotation, BaseModel):
        return f"[{annotation.__name__}](#{annotation.__name__.lower()})"
    return _PLAIN[annotation]


def _compound(origin: Any, parts: Sequence[str]) -> str:
    """What is made of other types: alternatives, lists, maps."""
    if origin in (Union, UnionType):
        return _listed(parts, "or")
    *keys, entry = parts
    entry = f"({entry})" if " or " in entry else entry
    return f"map from {keys[0]} to {entry}" if origin is Mapping else f"list of {entry}"


_PLAIN: Mapping[Any, str] = {str: "text", int: "integer", bool: "`True` or `False`", NoneType: "none"}

_HUGE = 2**31 - 1
"""What Kubernetes' 32 bits take: no bound that anybody meets."""


def _constraints(base: Any, metadata: Sequence[Any]) -> str:
    """What pydantic's ``Field`` adds to a type."""
    stated = [one for info in metadata if isinstance(info, FieldInfo) for one in info.metadata]
    said = {key: getattr(one, key) for key in _WORDS for one in stated if getattr(one, key, None) is not None}
    unit = "characters" if base is str else "entries"
    words = [_WORDS[key].format(value, unit) for key, value in said.items() if (key, value) not in _LEFT_OUT]
    words += ["not empty"] if said.get("min_length") == 1 else []
    return f" ({', '.join(words)})" if words else ""


_WORDS = {"ge": "{} or more", "le": "{} at most", "max_length": "{} {} at most", "pattern": "as `{}`", "min_length": ""}
_LEFT_OUT = (("le", _HUGE), ("min_length", 1))


def _scalars() -> dict[str, list[str]]:
    """A row for every named type that is no model, by its name."""
    found = {}
    for module in _modules():
        for name, (value, doc) in _documented_types(module).items():
            others = {written: other for written, other in _names(module).items() if other != name}
            found[name] = [name, _type(value, others), _markdown(doc)]
    return dict(sorted(found.items()))


def _names(module: str) -> Names:
    """The named types that a module defines or imports; two of different names may be written out alike."""
    known = {name for one in _modules() for name in _documented_types(one)}
    return {repr(value): name for name, value in vars(import_module(module)).items() if name in known}


def _modules() -> list[str]:
    return [f"{models.__name__}.{one.name}" for one in iter_modules(models.__path__)]


@cache
def _documented_types(module: str) -> Mapping[str, tuple[Any, str]]:
    """Types of a module with a text under their name, as fields have it."""
    body = ast.parse(inspect.getsource(import_module(module))).body
    found = {}
    for node, below in pairwise(body):
        match node, below:
            case ast.Assign(targets=[ast.Name(id=name)]), ast.Expr(value=ast.Constant(value=str(doc))):
                value = vars(import_module(module))[name]
                if get_origin(value) is Annotated and not any(models_within(value)):
                    found[name] = (value, inspect.cleandoc(doc))
    return found


def _listed(words: Sequence[str], last: str) -> str:
    return f" {last} ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]


def _markdown(text: str) -> str:
    return text.replace("``", "`")


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    cells = [[" ".join(cell.split()).replace("|", "\\|") for cell in row] for row in (head, *rows)]
    lines = [f"| {' | '.join(row)} |" for row in cells]
    return "\n".join([lines[0], "| " + " | ".join("---" for _ in head) + " |", *lines[1:]])


if __name__ == "__main__":
    for path, text in files().items():
        path.write_text(text, encoding="utf-8")
