"""One thing that a service says, taken away or changed: what else the service would be."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, ValidationError

from chartgen import Namespace, Service
from chartgen.models.base import Model

Step = str | int


@dataclass(frozen=True)
class Node:
    """A place in what a service says, and how it is called: ``ports.<name>.port``."""

    path: tuple[Step, ...]
    title: str
    alternatives: Sequence[Any]
    """What may stand there instead, a try each."""


def nodes(service: Model) -> Iterator[Node]:
    """Every place of a service, the outermost first."""
    yield from _inside(service, (), "")


def changed(service: Service | Namespace, node: Node) -> Iterator[Service | Namespace]:
    """The service without what stands at a place, then with something else there; those that are services at all."""
    data = service.model_dump(exclude_unset=True, by_alias=False)
    for other in (_without(data, node.path), *(_with(data, node.path, value) for value in node.alternatives)):
        try:
            yield type(service).model_validate(other, by_name=True)
        except ValidationError:
            continue


def _inside(value: Any, path: tuple[Step, ...], title: str) -> Iterator[Node]:
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name in value.model_fields_set:
                here = f"{title}.{name}".lstrip(".")
                options = _literals(type(value).model_fields[name].annotation)
                yield from _at(getattr(value, name), (*path, name), here, options)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _at(inner, (*path, key), f"{title}.<{_key(title)}>", ())
    elif isinstance(value, (list, tuple)):
        for index, inner in enumerate(value):
            yield from _at(inner, (*path, index), f"{title}[]", ())


def _at(value: Any, path: tuple[Step, ...], title: str, options: Sequence[Any]) -> Iterator[Node]:
    others = [one for one in options if one != value]
    yield Node(path, title, [*others, *_others(value)])
    yield from _inside(value, path, title)


def _key(title: str) -> str:
    return "key" if title.rpartition(".")[2] in ("labels", "annotations", "node_selector") else "name"


def _literals(annotation: Any) -> list[Any]:
    if get_origin(annotation) is Literal:
        return list(get_args(annotation))
    return [word for part in get_args(annotation) for word in _literals(part)]


def _others(value: Any) -> list[Any]:
    """Values of the same sort."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return [value + 1, value - 1]
    if isinstance(value, str):
        return [f"{value}x", f"x{value}", value[:-1], f"1{value}", f"{value}1"]
    return []


def _without(data: Any, path: tuple[Step, ...]) -> Any:
    step, *rest = path
    if rest:
        return _replaced(data, step, _without(data[step], tuple(rest)))
    if isinstance(data, dict):
        return {key: value for key, value in data.items() if key != step}
    return [value for index, value in enumerate(data) if index != step]


def _with(data: Any, path: tuple[Step, ...], value: Any) -> Any:
    step, *rest = path
    return _replaced(data, step, _with(data[step], tuple(rest), value) if rest else value)


def _replaced(data: Any, step: Step, value: Any) -> Any:
    if isinstance(data, dict):
        return {**data, step: value}
    return [value if index == step else other for index, other in enumerate(data)]
