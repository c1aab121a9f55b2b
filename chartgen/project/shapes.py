"""The shape behind a path: which model a field belongs to, its spelling in YAML, and what stands beside it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.alias_generators import to_snake

Key = str | int
FieldPath = tuple[Key, ...]
"""A field by its names in Python, keys and list indexes: ``("ports", "http", "port")``."""


@dataclass(frozen=True)
class Step:
    """One part of a path: its Python name, its alias, and the models whose fields come next."""

    name: Key
    alias: Key
    models: tuple[type[BaseModel], ...]


def walk(model: type[BaseModel], path: FieldPath) -> Iterator[Step]:
    """The steps of a path, however its fields are spelled; stops where the shape knows no more."""
    annotation: Any = model
    for part in path:
        models = tuple(models_of(annotation))
        field = next((found for m in models if (found := find_field(m, part))), None)
        if field:
            owner, name = field
            info = owner.model_fields[name]
            annotation = info.annotation
            yield Step(name, info.alias or name, tuple(models_of(annotation)))
        elif (inner := entry_of(annotation)) is not None:
            annotation = inner
            yield Step(part, part, tuple(models_of(annotation)))
        else:
            return


def find_field(model: type[BaseModel], part: Key) -> tuple[type[BaseModel], str] | None:
    """The field that a part names, in Python's spelling or YAML's."""
    if not isinstance(part, str):
        return None
    for name in (part, to_snake(part)):
        if name in model.model_fields:
            return model, name
    return next(((model, name) for name, info in model.model_fields.items() if info.alias == part), None)


@cache
def models_of(annotation: Any) -> tuple[type[BaseModel], ...]:
    """The models that a value of this annotation may be; none for maps, lists and scalars."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return (annotation,)
    if get_origin(annotation) in (Mapping, Sequence, dict, list):
        return ()
    if get_origin(annotation) is Annotated:
        return models_of(get_args(annotation)[0])
    return tuple(model for part in get_args(annotation) if part is not NoneType for model in models_of(part))


def models_within(annotation: Any) -> Iterator[type[BaseModel]]:
    """Every model that stands in an annotation, inside maps and lists too."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        return
    for part in get_args(annotation):
        yield from models_within(part)


def entry_of(annotation: Any) -> Any:
    """What a map's or list's entries are; None where there are none."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return entry_of(get_args(annotation)[0])
    if origin is not None and isinstance(origin, type) and issubclass(origin, (Mapping, Sequence)):
        return get_args(annotation)[-1]
    return next((found for part in get_args(annotation) if (found := entry_of(part)) is not None), None)
