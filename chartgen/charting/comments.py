"""The comments of values.yaml and the rows of the chart's README: each key's documentation, by its path."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import get_args

from pydantic import BaseModel

from chartgen.charting.values_models.root import Values
from chartgen.models.docs import field_doc

KeyPath = tuple[str, ...]


@cache
def comments() -> Mapping[KeyPath, str]:
    """The documentation of every key that has some of its own."""
    return dict(_documented(Values, ()))


def _documented(model: type[BaseModel], path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    for name, info in model.model_fields.items():
        here = (*path, info.alias or name)
        if doc := field_doc(model, name):
            yield here, doc
        if section := _section(info.annotation):
            yield from _documented(section, here)


def _section(annotation: object) -> type[BaseModel] | None:
    """The model of a mapping with known keys; none for maps, lists and scalars."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    options = [part for part in get_args(annotation) if isinstance(part, type) and issubclass(part, BaseModel)]
    return options[0] if options and not hasattr(annotation, "__origin__") else None
