"""Writes docs/reference/ and docs/service.schema.json from the models: ``python -m tools.reference``."""

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
from chartgen.models.config_maps import ConfigEntry
from chartgen.models.docs import field_doc
from chartgen.models.namespace import Namespace, NamespaceOverlay, NamespacePreset, NamespaceSettings
from chartgen.models.preset import Preset
from chartgen.models.service import Component, Overlay, Service, Settings
from chartgen.models.variables import EnvVar
from chartgen.project.shapes import models_within
from chartgen.project.yaml_schema import namespace_schema, service_schema

DOCS = Path(__file__).parents[1] / "docs"

START = (Service, Overlay, Preset, Component, Settings)
"""What an author starts from, on the first page; every other model stands on the page of its room."""

_OF_NAMESPACES = (NamespaceSettings, NamespaceOverlay, NamespacePreset, Namespace)
"""What the author of a namespace starts from, on the page of its room."""

HEAD = """# Reference

Every field that a service, an overlay and a preset may have: what an author starts from here, the rest a page a room.
The pages are made from the models (`just gen`); the last column is the text under each field. In Python a field has its
first name, in `service.yaml` and in presets as YAML its second. [service.schema.json](../service.schema.json) tells the
same to editors; `chartgen schema` prints it.

A layer may leave out every field; *required* means that some layer has to say it. Where a type ends in *or none*,
`None` (in YAML `null`) takes back what lower layers said. Lists are replaced whole, maps merge key by key.

Every field works on all supported versions of Kubernetes, from 1.30 on, unless its text says since which one.
"""

SCALARS = """# Scalars

What a name, a quantity and the like have to look like.
"""

Names = Mapping[str, str]
"""The names of types by how they are written out, as one module knows them."""


def files() -> dict[Path, str]:
    """Path and text of what is generated."""
    folder = DOCS / "reference"
    pages = {folder / f"{room}.md": _page(room, found) for room, found in _rooms().items()}
    text = "".join([first_page(), *pages.values()])
    return {
        folder / "README.md": first_page(),
        **pages,
        folder / "scalars.md": _scalars_page(text),
        DOCS / "service.schema.json": service_schema(),
        DOCS / "namespace.schema.json": namespace_schema(),
    }


def first_page() -> str:
    """Where an author starts, and a list of the other pages."""
    pages = [f"- [{_heading(room)}]({room}.md): {_summary(room)}" for room in _rooms()]
    listed = "\n".join(
        ["## Pages", "", *pages, "- [Scalars](scalars.md): what a name, a quantity and the like look like"]
    )
    return "\n".join([HEAD, listed, "", *(f"{_section(model)}\n" for model in START)])


def _page(room: str, found: Sequence[type[BaseModel]]) -> str:
    """The models of one room."""
    title = inspect.cleandoc(inspect.getdoc(import_module(f"{models.__name__}.{room}")) or "")
    head, _, rest = title.partition("\n")
    intro = f"# {_heading(room)}\n\n{_markdown(head)}\n{_markdown(rest)}"
    return "\n".join([intro.rstrip(), "", *(f"{_section(model)}\n" for model in found)])


def _summary(room: str) -> str:
    head = (inspect.getdoc(import_module(f"{models.__name__}.{room}")) or "").partition("\n")[0].rstrip(".")
    return _markdown(head[0].lower() + head[1:])


def _heading(room: str) -> str:
    return room.replace("_", " ").capitalize()


def _scalars_page(used_in: str) -> str:
    rows = [row for name, row in _scalars().items() if f"[{name}](scalars.md)" in used_in]
    return f"{SCALARS}\n{_table(('Scalar', 'Form', 'Meaning'), rows)}\n"


@cache
def _rooms() -> Mapping[str, Sequence[type[BaseModel]]]:
    """The models by the module that they stand in, as they stand there; those of the first page left out."""
    found: set[type[BaseModel]] = set()
    waiting: list[type[BaseModel]] = [*START, *_OF_NAMESPACES]
    while waiting:
        model = waiting.pop()
        found.add(model)
        inner = {one for info in model.model_fields.values() for one in models_within(info.annotation)}
        waiting += inner - found
    names = {model.__name__: model for model in found - {*START}}
    rooms = {module.rpartition(".")[2]: vars(import_module(module)).values() for module in _modules()}
    pages = {
        room: list(
            dict.fromkeys(names[one.__name__] for one in words if _stands_in(one, room) and one.__name__ in names)
        )
        for room, words in rooms.items()
    }
    return {room: entries for room, entries in pages.items() if entries}


def _stands_in(word: Any, room: str) -> bool:
    return isinstance(word, type) and issubclass(word, BaseModel) and _room(word) == room


def _room(model: type[BaseModel]) -> str:
    return "README" if model in START else model.__module__.rpartition(".")[2]


def _section(model: type[BaseModel]) -> str:
    described = _markdown(inspect.cleandoc(model.__doc__ or ""))
    rows = [_row(model, name) for name in _own_fields(model)]
    table = [_table(("Python", "YAML", "Type", "Default", "Meaning"), rows)] if rows else []
    return "\n\n".join([f"## {model.__name__}", described, *_remarks(model), *table])


def _remarks(model: type[BaseModel]) -> Iterator[str]:
    if model in (Service, Overlay, Preset):
        yield "It has every field of [Settings](#settings), and these:"
    if model in _OF_NAMESPACES[1:]:
        yield "It has every field of [NamespaceSettings](#namespacesettings), and these:"
    if model is Component:
        yield "It has every field that [Settings](#settings) has of a workload, the first ones there."
    if issubclass(model, Shorthand):
        yield f"May be written as its `{model.scalar}` alone."
    if model is ConfigEntry:
        yield "May be written as text, which is its `content`, or as a `File`."
    if model is EnvVar:
        yield "May be written as text, which is its `value`, or as what one of its other fields takes."
    for rivals in model.rivals if issubclass(model, Model) else ():
        names = _listed([f"`{name}`" for name in model.model_fields if name in rivals], "and")
        yield f"Of {names}, a layer that says one takes back the others in lower layers."


def _own_fields(model: type[BaseModel]) -> list[str]:
    inherited: Mapping[str, FieldInfo] = {}
    if model in (Service, Overlay, Preset, Component):
        inherited = Settings.model_fields
    if model in _OF_NAMESPACES[1:]:
        inherited = NamespaceSettings.model_fields
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
        return f"[{name}](scalars.md)"
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _type(parts[0], names) + _constraints(parts[0], parts[1:])
    if origin is Literal:
        return _listed([f"`{_python(word)}`" for word in parts], "or")
    if origin is not None:
        return _compound(origin, [_type(part, names) for part in parts])
    if issubclass(annotation, BaseModel):
        return f"[{annotation.__name__}]({_room(annotation)}.md#{annotation.__name__.lower()})"
    return _PLAIN[annotation]


def _compound(origin: Any, parts: Sequence[str]) -> str:
    """What is made of other types: alternatives, lists, maps."""
    if origin in (Union, UnionType):
        return _listed(parts, "or")
    *keys, entry = parts
    entry = f"({entry})" if " or " in entry else entry
    return f"map from {keys[0]} to {entry}" if origin is Mapping else f"list of {entry}"


_PLAIN: Mapping[Any, str] = {Any: "anything", str: "text", int: "integer", bool: "`True` or `False`", NoneType: "none"}

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
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
