"""From layers to a spec: merge, validate once, then ask every rule; all problems at once, each at its author's line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import NoneType
from typing import Any, Generic

from pydantic import BaseModel
from typing_extensions import TypeVar

from chartgen.errors import Message
from chartgen.layering.components import inherited_from, told_once, with_components
from chartgen.layering.layers import Layer
from chartgen.layering.merge import merge
from chartgen.layering.neighbours import NONE, Neighbours
from chartgen.layering.problem import Problem
from chartgen.layering.rules import broken
from chartgen.layering.rules.namespace import broken_namespace
from chartgen.models.base import MUST
from chartgen.models.namespace import NamespaceSpec
from chartgen.models.service import Spec
from chartgen.project.shapes import FieldPath

SpecT = TypeVar("SpecT", bound=Spec | NamespaceSpec, default=Spec)


@dataclass(frozen=True)
class Resolved(Generic[SpecT]):
    """A spec, of a service unless it says of what, the layers that it came from, and what is wrong with it."""

    spec: SpecT
    layers: Sequence[Layer]
    merged: Mapping[str, Any]
    """What the layers say together, before defaults: the input that the chart is made from."""

    messages: tuple[Message, ...] = ()


def resolve(layers: Sequence[Layer], environment: str | None, neighbours: Neighbours = NONE) -> Resolved:
    """The merged, validated whole of a service's layers, which come lowest first."""
    merged = merge(layer.said for layer in layers)
    return _asked(spec_of(merged, environment, neighbours), layers, merged)


def resolve_namespace(layers: Sequence[Layer], environment: str | None) -> Resolved[NamespaceSpec]:
    """The same of a namespace's layers."""
    merged = merge(layer.said for layer in layers)
    return _asked(namespace_spec_of(merged, environment), layers, merged)


def spec_of(merged: Mapping[str, Any], environment: str | None, neighbours: Neighbours = NONE) -> Spec:
    """The spec of what the layers say together; no rule is asked. Raises ValidationError for what no layer may say."""
    around = {"environment": environment, "neighbours": neighbours.found, "neighbour_names": neighbours.names}
    return Spec.model_validate({**with_components(merged), **around}, by_name=True, by_alias=False)


def namespace_spec_of(merged: Mapping[str, Any], environment: str | None) -> NamespaceSpec:
    """The same of a namespace."""
    return NamespaceSpec.model_validate({**merged, "environment": environment}, by_name=True, by_alias=False)


def problems_of(spec: Spec | NamespaceSpec) -> list[Problem]:
    """What is missing, and what the rules say; nothing of rules that would read what is missing."""
    problems = list(missing(spec))
    if all(_is_unread(problem.path) for problem in problems):
        problems += broken(spec) if isinstance(spec, Spec) else broken_namespace(spec)
    return told_once(problems)


def _asked(spec: SpecT, layers: Sequence[Layer], merged: Mapping[str, Any]) -> Resolved[SpecT]:
    return Resolved(spec, layers, merged, tuple(locate(layers, problem) for problem in problems_of(spec)))


def missing(model: BaseModel, path: FieldPath = ()) -> Iterator[Problem]:
    """Required fields that no layer set."""
    for name, value in model.__dict__.items():  # its fields, as declared
        if value is MUST:
            yield Problem((*path, name), "is missing", hint=_example((*path, name)))
        elif value and not isinstance(value, _SCALARS):
            yield from _missing_inside(value, (*path, name))


def locate(layers: Sequence[Layer], problem: Problem) -> Message:
    """The problem at the line of the highest layer that says its field, or one it involves, or what is around them."""
    path, layer = _winner(layers, problem)
    line = layer.line(path)
    others = "".join(_elsewhere(layers, other, line.number) for other in problem.also)
    say = layer.source.phrase
    return Message(
        line.file, line.number, layer.source.spell(problem.path), say(problem.text) + others, say(problem.hint)
    )


def _is_unread(path: FieldPath) -> bool:
    """Whether the rules can still be asked where the field is missing: none of them relies on it."""
    return "image" in path or path[0] == "name"


_SCALARS = (str, int, NoneType)

_examples = {
    "name": 'write name="orders-api"',
    "repository": 'write image=Image(repository="ghcr.io/acme/orders-api", tag="1.0.0")',
}
_of_a_dependency = {"repository": 'write repository="https://charts.example.com"', "version": 'write version="1.4.2"'}


def _example(path: FieldPath) -> str:
    return (_of_a_dependency if path[0] == "dependencies" else _examples).get(str(path[-1]), "")


def _missing_inside(value: Any, path: FieldPath) -> Iterator[Problem]:
    if isinstance(value, BaseModel):
        yield from missing(value, path)
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _missing_inside(entry, (*path, key))
    elif isinstance(value, (list, tuple)):
        for index, entry in enumerate(value):
            yield from _missing_inside(entry, (*path, index))


def _winner(layers: Sequence[Layer], problem: Problem) -> tuple[FieldPath, Layer]:
    paths = [problem.path, *problem.also]
    for path in [*paths, *filter(None, map(inherited_from, paths))]:
        if layer := origin(layers, path):
            return path, layer
    for length in range(len(problem.path) - 1, 0, -1):
        if layer := origin(layers, problem.path[:length]):
            return problem.path, layer
    service = next((layer for layer in layers if layer.title in ("service", "namespace")), layers[-1])
    return problem.path, service


def origin(layers: Sequence[Layer], path: FieldPath) -> Layer | None:
    """The layer whose word on the field counts; None where a default does."""
    return next((layer for layer in reversed(layers) if layer.says(path)), None)


def _elsewhere(layers: Sequence[Layer], path: FieldPath, line: int) -> str:
    layer = origin(layers, path)
    if layer is None:
        return ""
    other = layer.line(path)
    return f" ({layer.source.spell(path)} at {other.file}:{other.number})" if other.number != line else ""
