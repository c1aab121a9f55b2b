"""The layers of a service in one environment, lowest first: presets, their overlays, the service, its overlays."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from chartgen.errors import InvalidInput, Message
from chartgen.layering.sizes import sized, sizes_said, written_at
from chartgen.models.base import Model
from chartgen.models.namespace import Namespace
from chartgen.models.preset import Preset
from chartgen.models.resources import Resources
from chartgen.models.said import said
from chartgen.project.config import Config
from chartgen.project.files import Contents, below, filled, no_files
from chartgen.project.lines import Line, Source
from chartgen.project.mistakes import suggestion
from chartgen.project.presets import LoadedPreset
from chartgen.project.services import LoadedService
from chartgen.project.shapes import FieldPath

_OF_THE_FILE = {
    "preset": frozenset(
        {
            "name",
            "version",
            "description",
            "extends",
            "environments",
            "locks",
            "required",
            "registries",
            "sizes",
            "rules",
            "deprecated",
        }
    ),
    "service": frozenset({"presets", "environments", "waivers"}),
}


@dataclass(frozen=True)
class Layer:
    """One source of settings."""

    title: str
    """How messages name it: ``preset http-api``, ``service``, ``environment production``."""

    model: Model
    source: Source
    at: FieldPath = ()
    """Where the model stands in its file: ``("environments", "production")`` for an overlay."""

    without: frozenset[str] = frozenset()
    """Fields that speak of the file itself and not of the workload."""

    files: Contents = field(default_factory=no_files)
    """What the files hold that its fields name; it says that in their place."""

    sizes: Mapping[str, Resources] = field(default_factory=dict)
    """Resources by the name that a preset gives them; it says them in a name's place."""

    is_preset: bool = False
    """Whether a preset says it, and not the service."""

    unused: tuple[FieldPath, ...] = ()
    """Fields that the service has no use for: what stands there is not said."""

    @cached_property
    def said(self) -> Mapping[str, Any]:
        """What it says, as plain data."""
        return _without(sized(filled(self._own, self.files), self.sizes), self.unused)

    def says(self, path: FieldPath) -> bool:
        """If it says the field, something inside it, or takes it or what is around it back."""
        value: Any = self.said
        for part in path:
            if value is None:
                return True
            try:
                value = value[part]
            except (KeyError, IndexError, TypeError):
                return False
        return True

    def line(self, path: FieldPath) -> Line:
        """The line of the field in the layer's file."""
        return self.source.line((*self.at, *written_at(self._own, path)))

    def spell(self, path: FieldPath) -> str:
        """The field as the layer's author spells it."""
        return self.source.spell((*self.at, *path))

    @cached_property
    def _own(self) -> Mapping[str, Any]:
        """What it says in its own words, sizes and files by their names."""
        return {name: value for name, value in said(self.model).items() if name not in self.without}


def unknown_sizes(layers: Sequence[Layer]) -> Iterator[Message]:
    """Sizes that no preset has, where a layer says them."""
    for layer in layers:
        for path, name in sizes_said(layer.said):
            if name not in layer.sizes:
                hint = suggestion(name, layer.sizes, otherwise=_there_are(layer.sizes))
                line = layer.line(path)
                yield Message(line.file, line.number, layer.spell(path), f"is {name!r}, which no preset has", hint)


def _there_are(sizes: Mapping[str, Resources]) -> str:
    return (
        f"there are {', '.join(sizes)}"
        if sizes
        else "a preset says sizes={…}; without one, write resources=Resources(…)"
    )


def environments(service: LoadedService, config: Config) -> list[str]:
    """The environments of a service: the project's, then those that only the service names."""
    return list(dict.fromkeys([*config.environments, *service.service.environments]))


def layers_of(service: LoadedService, presets: Sequence[LoadedPreset], config: Config) -> dict[str, list[Layer]]:
    """The layers of a service by environment, lowest first; "" is values.yaml's, which belongs to none.

    Presets' overlays lie below the service. Of those, an environment's lie above its parent's, whichever preset says
    them; within an environment, a later preset's lie above an earlier one's.
    """
    sizes = {name: size for one in presets if isinstance(one.preset, Preset) for name, size in one.preset.sizes.items()}
    below, own = [_preset(one, sizes) for one in presets], _service(service, sizes)
    named = environments(service, config)
    files: list[LoadedPreset | LoadedService] = [*presets, service]
    overlays = {name: [_overlay(one, name, sizes) for one in files] for name in named}
    layers = {"": [*below, own]}
    for name in named:
        lineage = [overlays[one] for one in lineage_of(service, config, name)]
        of_presets = [layer for one in lineage for layer in one[:-1]]
        layers[name] = [one for one in (*below, *of_presets, own, *(one[-1] for one in lineage)) if one]
    return layers


def lineage_of(service: LoadedService, config: Config, environment: str) -> list[str]:
    """An environment and those that it extends, the furthest first.

    Raises InvalidInput for one that extends itself, or what is no environment.
    """
    lineage = [environment]
    while (parent := _parent(service, config, lineage[0])) is not None:
        if parent in lineage:
            circle = " extends ".join([*reversed(lineage), parent])
            raise _refused(service, lineage[0], f"environments extend each other in a circle: {circle}")
        if parent not in environments(service, config):
            known = ", ".join(environments(service, config))
            raise _refused(service, lineage[0], f"extends {parent!r}, which is no environment; there are {known}")
        lineage.insert(0, parent)
    return lineage


def _without(said: Mapping[str, Any], paths: Sequence[FieldPath]) -> Mapping[str, Any]:
    """What is said, without some fields."""
    for first, *rest in paths:
        if first in said and (not rest or isinstance(said[str(first)], Mapping)):
            inner = _without(said[str(first)], [tuple(rest)]) if rest else None
            others = {key: value for key, value in said.items() if key != first}
            said = {**others, str(first): inner} if rest else others
    return said


Sizes = Mapping[str, Resources]


def _preset(one: LoadedPreset, sizes: Sizes) -> Layer:
    title = f"preset {one.preset.name}"
    without = _OF_THE_FILE["preset"]
    return Layer(title, one.preset, one.source, without=without, files=one.files, sizes=sizes, is_preset=True)


def _service(one: LoadedService, sizes: Sizes) -> Layer:
    title = "namespace" if isinstance(one.service, Namespace) else "service"
    return Layer(title, one.service, one.source, without=_OF_THE_FILE["service"], files=one.files, sizes=sizes)


def _overlay(of: LoadedPreset | LoadedService, name: str, sizes: Sizes) -> Layer | None:
    model = of.preset if isinstance(of, LoadedPreset) else of.service
    if name not in model.environments:
        return None
    title = f"preset {model.name} in {name}" if isinstance(of, LoadedPreset) else f"environment {name}"
    at = ("environments", name)
    files = below(of.files, at)
    is_preset = isinstance(of, LoadedPreset)
    return Layer(title, model.environments[name], of.source, at, frozenset({"extends"}), files, sizes, is_preset)


def _parent(service: LoadedService, config: Config, environment: str) -> str | None:
    overlay = service.service.environments.get(environment)
    if overlay and overlay.extends:
        return overlay.extends
    table = config.environments.get(environment)
    return table.extends if table else None


def _refused(service: LoadedService, environment: str, text: str) -> InvalidInput:
    path = ("environments", environment, "extends")
    line = service.source.line(path)
    return InvalidInput([Message(line.file, line.number, service.source.spell(path), text)])
