"""Every field of a model and of the models within it, by the shortest way that leads there."""

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le, MaxLen, MinLen
from hypothesis import find, settings
from hypothesis import strategies as st
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from chartgen.models.base import MUST
from tests import strategies
from tests.hostile.document import Path, laid_over, nested

SAMPLES = ("a", "A", "1", "/a", "1s", "10%", "a.b", "a/b", "https://a.b", "10.0.0.0/8", "Ab", "1.2.3", "a:1", "CG401")
"""What most patterns take one of."""

QUICK = settings(database=None, derandomize=True, max_examples=200)


@dataclass(frozen=True)
class Value:
    """A place where a value may stand: of a field, a map's entry or a list's item."""

    path: Path
    """As a YAML file spells it."""

    shapes: tuple["Shape", ...]
    """What may stand there, one of these."""

    around: Mapping[str, Any] = field(compare=False)
    """The fields that the models on the way need, as a document."""

    is_key: bool = False
    """It is the last key of the path that is meant, not what stands under it."""

    def __str__(self) -> str:
        return ".".join(map(str, self.path)) + (" (key)" if self.is_key else "")


@dataclass(frozen=True)
class Shape:
    """One thing that may stand somewhere, with its constraints."""

    of: Any
    """A scalar's type, a model, ``None``, ``Literal[...]``, ``Mapping[...]`` or ``Sequence[...]``."""

    metadata: tuple[Any, ...] = ()

    @property
    def pattern(self) -> str:
        return next((one.pattern for one in self.metadata if isinstance(getattr(one, "pattern", None), str)), "")

    @property
    def longest(self) -> int | None:
        return self._limit(MaxLen, "max_length")

    @property
    def shortest(self) -> int | None:
        return self._limit(MinLen, "min_length")

    @property
    def least(self) -> int | None:
        return self._limit(Ge, "ge")

    @property
    def most(self) -> int | None:
        return self._limit(Le, "le")

    @property
    def kind(self) -> Any:
        """The type without its arguments."""
        return get_origin(self.of) or self.of

    @property
    def is_map(self) -> bool:
        return isinstance(self.kind, type) and issubclass(self.kind, Mapping)

    @property
    def is_list(self) -> bool:
        return isinstance(self.kind, type) and issubclass(self.kind, Sequence) and self.kind not in (str, bytes)

    @property
    def is_model(self) -> bool:
        return isinstance(self.of, type) and issubclass(self.of, BaseModel)

    def _limit(self, kind: Any, name: str) -> int | None:
        found: int | None = next((getattr(one, name) for one in self.metadata if isinstance(one, kind)), None)
        return found


@cache
def values_of(root: type[BaseModel]) -> list[Value]:
    """Every value that a document of this model may hold; the fields of each model once, where they come first."""
    found: list[Value] = []
    seen: set[type[BaseModel]] = {root}
    pending: deque[tuple[type[BaseModel], Path, Mapping[str, Any]]] = deque([(root, (), {})])
    while pending:
        model, path, beyond = pending.popleft()
        around = laid_over(beyond, nested(path, needed(model))) if path else beyond
        for name, info in model.model_fields.items():
            at = Value((*path, info.alias or name), (), around)
            for value in _values(at, info.annotation, tuple(info.metadata)):
                found.append(value)
                for shape in value.shapes:
                    if shape.is_model and shape.of not in seen and not value.is_key:
                        seen.add(shape.of)
                        pending.append((shape.of, value.path, around))
    return found


def shapes_of(annotation: Any, metadata: tuple[Any, ...] = ()) -> Iterator[Shape]:
    """What an annotation allows, its constraints beside each."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from shapes_of(arguments[0], (*_flat(arguments[1:]), *metadata))
    elif origin in (Union, UnionType):
        for part in arguments:
            yield from shapes_of(part, metadata)
    else:
        yield Shape(None if annotation is NoneType else annotation, _flat(metadata))


def sample(shape: Shape) -> Any:
    """Something small that the shape takes; the same at each call."""
    if shape.of is None:
        return None
    if get_origin(shape.of) is Literal:
        return get_args(shape.of)[0]
    if shape.pattern:
        return matching(shape.pattern)
    if shape.of is str:
        return "a"
    return find(strategies._of(shape.of, shape.metadata, by_alias=True), lambda _: True, settings=QUICK)


@cache
def matching(pattern: str) -> str:
    """A short text that matches: one of many fields' samples, else what hypothesis finds."""
    if pattern in strategies._SPECIAL:
        return str(find(strategies._SPECIAL[pattern], lambda _: True, settings=QUICK))
    known = next((text for text in SAMPLES if re.fullmatch(pattern, text)), None)
    return known or find(st.from_regex(pattern, fullmatch=True, alphabet=strategies.ASCII), bool, settings=QUICK)


def needed(model: type[BaseModel]) -> dict[str, Any]:
    """Scalars for the fields that the model can't do without."""
    shapes = {
        info.alias or name: next(shapes_of(info.annotation, tuple(info.metadata)))
        for name, info in model.model_fields.items()
        if info.default is MUST or info.is_required()
    }
    return {key: sample(shape) for key, shape in shapes.items() if shape.of is str or get_origin(shape.of) is Literal}


def _values(at: Value, annotation: Any, metadata: tuple[Any, ...]) -> Iterator[Value]:
    shapes = tuple(shapes_of(annotation, metadata))
    yield replace(at, shapes=shapes)
    for shape in shapes:
        arguments = get_args(shape.of)
        if shape.is_map and arguments[1] is not Any:
            key = tuple(shapes_of(arguments[0]))
            inside = replace(at, path=(*at.path, sample(key[0]) or "a"))
            yield replace(inside, shapes=key, is_key=True)
            yield from _values(inside, arguments[1], ())
        elif shape.is_list:
            yield from _values(replace(at, path=(*at.path, 0)), arguments[0], ())


def _flat(metadata: Any) -> tuple[Any, ...]:
    """Constraints one by one, those within pydantic's ``Field`` too."""
    return tuple(part for one in metadata for part in (_flat(one.metadata) if isinstance(one, FieldInfo) else (one,)))
