"""A service or namespace in one environment, as something to try changes on: its layers, and what they come to.

A change is made where an author would make it: in what one layer says. Everything after that (merging, inheritance,
validation, values) is the code that makes charts.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import ValidationError

from chartgen.charting import dependencies, namespace, templates
from chartgen.charting.chart import app_version
from chartgen.charting.values import namespace as namespace_values
from chartgen.charting.values import root as service_values
from chartgen.explaining import others
from chartgen.explaining.data import ABSENT, get, leaves, plain, put, sections
from chartgen.layering.components import inherited_from
from chartgen.layering.layers import Layer
from chartgen.layering.merge import merge, overlay
from chartgen.layering.neighbours import Neighbours
from chartgen.layering.resolve import namespace_spec_of, problems_of, spec_of
from chartgen.models.base import MUST
from chartgen.models.namespace import NamespaceSpec
from chartgen.models.service import Spec
from chartgen.project.shapes import FieldPath

Root = Mapping[str, Any]
"""What templates see: Values, Chart, Release."""

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
        own = next(layer for layer in self.stacks[""][0] if layer.title in ("service", "namespace"))
        return own.source.spell(path)

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
        seen: list[Root] = []
        layer, values = self.place(path), list(self._others(path))
        for value in values:
            try:
                root = self.changed(layer, path, value)
            except ValidationError as error:
                values += [word for word in others.allowed(error) if word not in values]
                continue
            except Exception:  # noqa: BLE001, S112 - what no rule was asked about may be nonsense
                continue
            if root != self.root and root not in seen and not any(one is MUST for _, one in leaves(root)):
                seen.append(root)
                yield value, root
            if len(seen) == _ENOUGH or (seen and isinstance(value, str)):
                return

    def changed(self, layer: int, path: FieldPath, value: Any) -> Root:
        """What the templates would see if a layer said something else, or ABSENT nothing.

        Raises ValidationError where the models refuse it.
        """
        return self._root(self._said(layer, path, value))

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
            "Values": self._complete(own),
            "Chart": {"Name": base.name, "Version": base.version, "AppVersion": _app_version(base)},
            "Release": {"Name": self.release, "Namespace": "default", "Service": "Helm"},
        }

    def _of_base(self, said: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
        """Of what the layers say, what holds without an environment: overlays stand between the others, and above."""
        common = {id(layer) for layer in self.stacks[""][0]}
        lowest = len(said) - len(self.layers)
        above = zip(said[lowest:], self.layers, strict=True)
        return [*said[:lowest], *(one for one, layer in above if id(layer) in common)]

    def _spec(self, said: Sequence[Mapping[str, Any]], environment: str) -> Spec | NamespaceSpec:
        merged = merge(said)
        if self.is_namespace:
            return namespace_spec_of(merged, environment or None)
        return spec_of(merged, environment or None, self.stacks[environment][1])

    def _complete(self, own: Spec | NamespaceSpec) -> Mapping[str, Any]:
        """The environment's complete values, beside those of the others."""
        specs = {**self._specs_of_all, self.environment: own}
        everywhere = list({**self._values_of_all, self.environment: _values(own)}.values())
        if self.is_namespace:
            complete = namespace_values.complete(everywhere)
        else:
            of_services = [spec for spec in specs.values() if isinstance(spec, Spec)]
            complete = dependencies.beside(of_services, service_values.complete(everywhere))
        values = complete[list(specs).index(self.environment)]
        return overlay(values, self.pinned.values) if self.pinned else values

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


def _values(spec: Spec | NamespaceSpec) -> dict[str, Any]:
    return service_values.values(spec) if isinstance(spec, Spec) else namespace_values.values(spec)


def _app_version(spec: Spec | NamespaceSpec) -> str:
    return (app_version(spec) or "") if isinstance(spec, Spec) else ""
