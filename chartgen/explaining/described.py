"""A service or namespace in one environment, as something to try changes on: its layers, and what they come to.

A change is made where an author would make it: in what one layer says. Everything after that (merging, inheritance,
validation, values) is the code that makes charts.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from chartgen.charting import dependencies, namespace, templates
from chartgen.charting.chart import app_version
from chartgen.charting.values import namespace as namespace_values
from chartgen.charting.values import root as service_values
from chartgen.explaining import others
from chartgen.explaining.data import ABSENT, get, leaves, plain, put, rename, sections
from chartgen.layering.components import inherited_from
from chartgen.layering.layers import Layer
from chartgen.layering.merge import merge, overlay
from chartgen.layering.neighbours import Neighbours, neighbour
from chartgen.layering.resolve import namespace_spec_of, problems_of, spec_of
from chartgen.models.base import MUST
from chartgen.models.namespace import NamespaceSpec
from chartgen.models.networking import Neighbour
from chartgen.models.service import Spec
from chartgen.project.shapes import FieldPath, find_field, walk

Root = Mapping[str, Any]
"""What templates see: Values, Chart, Release."""

T = TypeVar("T")

OF = ":"
"""Behind the name of another service, in front of its fields."""

DEFAULT = -1
"""In place of a layer's number: none says the field."""

_ENOUGH = 3
"""Other values that make a difference, after which no more are tried."""

_AROUND = ("environment", "neighbours", "neighbour_names")
"""What a spec knows and no layer says."""


@dataclass(frozen=True)
class Pinned:
    """What image-<environment>.yaml says above all layers, and the line of each key."""

    file: str
    values: Mapping[str, Any]
    lines: Mapping[FieldPath, int]


@dataclass(frozen=True)
class Outcome:
    """What a change comes to."""

    root: Root
    gone: frozenset[str] = frozenset()
    """Templates that the chart has no more: a field may decide of what kind an object is."""


@dataclass(frozen=True)
class Described:
    """One description in one environment."""

    stacks: Mapping[str, tuple[Sequence[Layer], Neighbours]]
    """The layers of every environment, lowest first; "" is values.yaml's."""

    environment: str
    release: str
    is_namespace: bool = False
    pinned: Pinned | None = None
    neighbours: Mapping[str, "Described"] = field(default_factory=dict)
    """The services of the project that it names, as they are beside it. Their fields are paths behind ``payment:``."""

    @property
    def layers(self) -> Sequence[Layer]:
        """The layers of the environment, lowest first."""
        return self.stacks[self.environment][0]

    @property
    def model(self) -> type[Spec] | type[NamespaceSpec]:
        """The shape of the fields."""
        return NamespaceSpec if self.is_namespace else Spec

    @cached_property
    def fields(self) -> Mapping[str, Any]:
        """Every field with its value, defaults among them."""
        return {name: value for name, value in plain(self.spec).items() if name not in _AROUND}

    @cached_property
    def spec(self) -> Spec | NamespaceSpec:
        """The merged, validated whole."""
        return self._spec([layer.said for layer in self.layers], self.environment)

    @cached_property
    def root(self) -> Root:
        """What the templates see."""
        return self._root([layer.said for layer in self.layers])

    def spell(self, path: FieldPath) -> str:
        """A field as the author of the file spells it."""
        name, other = self.owner(path)
        if other is not self:
            return f"{name}{OF} {other.spell(path[1:])}"
        own = next(layer for layer in self.stacks[""][0] if layer.title in ("service", "namespace"))
        return own.source.spell(path)

    def parts(self, path: FieldPath) -> FieldPath:
        """The same in its parts, since a key may hold dots."""
        before = [self.spell(path[:length]) for length in range(len(path) + 1)]
        pairs = zip(path, before, before[1:], strict=False)
        return tuple(
            one if isinstance(one, int) else whole.removeprefix(outer).removeprefix(".") for one, outer, whole in pairs
        )

    def winner(self, path: FieldPath) -> int:
        """The number of the layer whose word on a field counts."""
        return next((i for i in range(len(self.layers) - 1, -1, -1) if self.layers[i].says(path)), DEFAULT)

    def place(self, path: FieldPath) -> int:
        """The number of the layer to change a field in: the one that says it, or the section that it stands in."""
        numbers = (self.winner(path[:length]) for length in range(len(path), 0, -1))
        return next((number for number in numbers if number != DEFAULT), DEFAULT)

    def own(self) -> Iterator[FieldPath]:
        """Every field that has a value, and what holds several; what a component merely inherits is left out."""
        paths = [path for path, _ in leaves(self.fields)] + list(sections(self.fields))
        yield from (path for path in paths if self.inherited(path) is None)

    def tried(self, path: FieldPath) -> Iterator[Outcome]:
        """What comes of it if the field has another value; only where that makes a difference."""
        for _, root in self.other_values(path):
            yield Outcome(root, self._stubs(self.root) - self._stubs(root))

    def other_values(self, path: FieldPath) -> Iterator[tuple[Any, Root]]:
        """The other values of a field that make a difference, and what the templates would see."""
        name, other = self.owner(path)
        if other is self:
            yield from self._tried(path, self._root, self.root)
            return
        for value, seen in other.seen_with(path[1:]):
            if root := self._beside(name, seen):
                yield value, root

    def entries(self) -> Iterator[FieldPath]:
        """What stands in maps whose keys an author chooses."""
        for path in self.own():
            if isinstance(path[-1], str) and is_field(self.model, path[:-1]) and not is_field(self.model, path):
                yield path

    def renamed(self, path: FieldPath) -> Outcome | None:
        """What comes of it if an entry had another key, in every layer; None where that makes no sense."""
        try:
            root = self._root([rename(layer.said, path, other_key(path)) for layer in self.layers])
        except Exception:  # noqa: BLE001 - as below
            return None
        return Outcome(root, self._stubs(self.root) - self._stubs(root))

    def owner(self, path: FieldPath) -> "tuple[str, Described]":
        """Whose field it is: its own, or that of a service that it names."""
        name = str(path[0]).removesuffix(OF) if path else ""
        return (name, self.neighbours[name]) if path and name != path[0] else ("", self)

    def seen_with(self, path: FieldPath) -> Iterator[tuple[Any, Neighbour]]:
        """The other values of a field that others notice, and what they would see."""
        yield from self._tried(path, self._seen, self._seen([layer.said for layer in self.layers]))

    @cached_property
    def noticed(self) -> Sequence[FieldPath]:
        """The fields that others notice."""
        return [] if self.is_namespace else [path for path in self.own() if any(True for _ in self.seen_with(path))]

    def beside(self, neighbours: Mapping[str, Neighbour]) -> "Described":
        """The same where services that it names are others."""
        layers, known = self.stacks[self.environment]
        other = Neighbours({**known.found, **neighbours}, known.names)
        return replace(self, stacks={**self.stacks, self.environment: (layers, other)})

    def _beside(self, name: str, one: Neighbour) -> Root | None:
        """None where it names what there is no more."""
        try:
            return self.beside({name: one}).root
        except Exception:  # noqa: BLE001 - as below
            return None

    def _seen(self, said: Sequence[Mapping[str, Any]]) -> Neighbour:
        spec = self._spec(said, self.environment)
        return neighbour(spec) if isinstance(spec, Spec) else Neighbour()

    def _tried(
        self, path: FieldPath, outcome: Callable[[Sequence[Mapping[str, Any]]], T], now: T
    ) -> Iterator[tuple[Any, T]]:
        """The other values of a field of which another outcome comes, and that."""
        seen: list[T] = []
        layer, values = self.place(path), list(self._others(path))
        for value in values:
            try:
                one = outcome(self._said(layer, path, value))
            except ValidationError as error:
                values += [word for word in others.allowed(error) if word not in values]
                continue
            except Exception:  # noqa: BLE001, S112 - what no rule was asked about may be nonsense
                continue
            if one != now and one not in seen and not any(part is MUST for _, part in leaves(one)):
                seen.append(one)
                yield value, one
            if len(seen) == _ENOUGH or (seen and isinstance(value, str)):
                return

    def is_free(self, path: FieldPath) -> bool:
        """If another value of a field, or its absence, is one that no rule refuses."""
        return any(self._is_accepted(path, value) for value in self._others(path))

    def _is_accepted(self, path: FieldPath, value: Any) -> bool:
        try:
            spec = self._spec(self._said(self.place(path), path, value), self.environment)
            return not problems_of(spec)
        except Exception:  # noqa: BLE001 - as above
            return False

    def _said(self, layer: int, path: FieldPath, value: Any) -> list[Mapping[str, Any]]:
        """What the layers say, but for one of them."""
        said = [one.said for one in self.layers]
        if layer == DEFAULT:
            return [put({}, *self._outside_lists(path, value)), *said]
        return [*said[:layer], put(said[layer], path, value), *said[layer + 1 :]]

    def _others(self, path: FieldPath) -> Sequence[Any]:
        """A field's other values; of what holds several, that it is not said."""
        value = get(self.fields, path)
        if isinstance(value, (Mapping, list)):
            return [ABSENT, None]
        return [*others.in_a_field(value), *([ABSENT] if self.winner(path) != DEFAULT else [])]

    def _outside_lists(self, path: FieldPath, value: Any) -> tuple[FieldPath, Any]:
        """A default's list is replaced whole."""
        first = next((i for i, part in enumerate(path) if isinstance(part, int)), len(path))
        whole = get(self.fields, path[:first])
        return path[:first], put(whole, path[first:], value) if path[first:] else value

    def inherited(self, path: FieldPath) -> FieldPath | None:
        """The main workload's field, where a component's field merely inherits it."""
        return inherited_from(path) if self.winner(path) == DEFAULT else None

    def _root(self, said: Sequence[Mapping[str, Any]]) -> Root:
        base = self._spec(self._of_base(said), "")
        own = self._spec(said, self.environment) if self.environment else base
        return {
            "Values": self._complete(own, said),
            "Chart": {"Name": base.name, "Version": base.version, "AppVersion": _app_version(base)},
            "Release": {"Name": self.release, "Namespace": "default", "Service": "Helm"},
        }

    def _of_base(self, said: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
        """Of what the layers say, what holds without an environment: overlays stand between the others, and above."""
        common = {_identity(layer) for layer in self.stacks[""][0]}
        lowest = len(said) - len(self.layers)
        above = zip(said[lowest:], self.layers, strict=True)
        return [*said[:lowest], *(one for one, layer in above if _identity(layer) in common)]

    def _spec(self, said: Sequence[Mapping[str, Any]], environment: str) -> Spec | NamespaceSpec:
        merged = merge(said)
        if self.is_namespace:
            return namespace_spec_of(merged, environment or None)
        return spec_of(merged, environment or None, self.stacks[environment][1])

    def _complete(self, own: Spec | NamespaceSpec, said: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
        """The environment's complete values, beside those of the others."""
        values = _values(own)
        is_as_before = _shape(values) == self._own_shape
        specs = {**(self._specs_of_all if is_as_before else self._specs_with(said)), self.environment: own}
        known = self._values_of_all if is_as_before else {name: _values(spec) for name, spec in specs.items()}
        everywhere = list({**known, self.environment: values}.values())
        if self.is_namespace:
            complete = namespace_values.complete(everywhere)
        else:
            of_services = [spec for spec in specs.values() if isinstance(spec, Spec)]
            complete = dependencies.beside(of_services, service_values.complete(everywhere))
        values = complete[list(specs).index(self.environment)]
        return overlay(values, self.pinned.values) if self.pinned else values

    @cached_property
    def _own_shape(self) -> Any:
        return _shape(self._values_of_all[self.environment])

    def _specs_with(self, said: Sequence[Mapping[str, Any]]) -> Mapping[str, Spec | NamespaceSpec]:
        """Every environment, where layers that they share say something else: a section may go from all of them."""
        lowest = said[: len(said) - len(self.layers)]
        other = {_identity(layer): one for layer, one in zip(self.layers, said[len(lowest) :], strict=True)}
        return {
            name: self._spec([*lowest, *(other.get(_identity(layer), layer.said) for layer in layers)], name)
            for name, (layers, _) in self.stacks.items()
        }

    def _stubs(self, root: Root) -> frozenset[str]:
        """The templates for what the environment itself has."""
        stubs = namespace.stubs if self.is_namespace else templates.stubs
        return frozenset(stubs([root["Values"]]))

    @cached_property
    def _specs_of_all(self) -> Mapping[str, Spec | NamespaceSpec]:
        return {name: self._spec([layer.said for layer in layers], name) for name, (layers, _) in self.stacks.items()}

    @cached_property
    def _values_of_all(self) -> Mapping[str, dict[str, Any]]:
        return {name: _values(spec) for name, spec in self._specs_of_all.items()}


def other_key(path: FieldPath) -> str:
    """In place of the last one."""
    return f"{path[-1]}x"


def is_field(model: type[BaseModel], path: FieldPath) -> bool:
    """If a path ends in a field; otherwise it is a key of a map, an item of a list, or nothing that models know."""
    return field_at(model, path) is not None


def field_at(model: type[BaseModel], path: FieldPath) -> tuple[type[BaseModel], str] | None:
    """The model and the name of the field that a path ends in; None for a key of a map, or an item of a list."""
    steps = list(walk(model, path))
    if not path or len(steps) != len(path):
        return None
    owners = steps[-2].models if len(steps) > 1 else (model,)
    return next((found for owner in owners if (found := find_field(owner, path[-1]))), None)


def _identity(layer: Layer) -> tuple[int, FieldPath]:
    """What is the same in each environment, also of a layer that is made anew for it."""
    return id(layer.model), layer.at


def _shape(values: Any) -> Any:
    """The keys, without what stands there."""
    return {key: _shape(value) for key, value in values.items()} if isinstance(values, Mapping) else None


def _values(spec: Spec | NamespaceSpec) -> dict[str, Any]:
    return service_values.values(spec) if isinstance(spec, Spec) else namespace_values.values(spec)


def _app_version(spec: Spec | NamespaceSpec) -> str:
    return (app_version(spec) or "") if isinstance(spec, Spec) else ""
