"""The layers of a service in one environment, lowest first: presets, the service, its overlays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from chartgen.errors import InvalidInput, Message
from chartgen.models.base import Model
from chartgen.models.namespace import Namespace
from chartgen.models.said import said
from chartgen.project.config import Config
from chartgen.project.files import Contents, below, filled, no_files
from chartgen.project.lines import Line, Source
from chartgen.project.presets import LoadedPreset
from chartgen.project.services import LoadedService
from chartgen.project.shapes import FieldPath

_OF_THE_FILE = {
    "preset": {"name", "version", "description", "extends"},
    "service": {"presets", "environments", "waivers"},
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

    @cached_property
    def said(self) -> Mapping[str, Any]:
        """What it says, as plain data."""
        own = {name: value for name, value in said(self.model).items() if name not in self.without}
        return filled(own, self.files)

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
        return self.source.line((*self.at, *path))

    def spell(self, path: FieldPath) -> str:
        """The field as the layer's author spells it."""
        return self.source.spell((*self.at, *path))


def environments(service: LoadedService, config: Config) -> list[str]:
    """The environments of a service: the project's, then those that only the service names."""
    return list(dict.fromkeys([*config.environments, *service.service.environments]))


def common_layers(service: LoadedService, presets: Sequence[LoadedPreset]) -> list[Layer]:
    """What holds in every environment, and for values.yaml, which belongs to none."""
    below = [
        Layer(
            f"preset {loaded.preset.name}",
            loaded.preset,
            loaded.source,
            without=frozenset(_OF_THE_FILE["preset"]),
            files=loaded.files,
        )
        for loaded in presets
    ]
    title = "namespace" if isinstance(service.service, Namespace) else "service"
    without = frozenset(_OF_THE_FILE["service"])
    own = Layer(title, service.service, service.source, without=without, files=service.files)
    return [*below, own]


def overlay_layers(service: LoadedService, config: Config, environment: str) -> list[Layer]:
    """The overlays of an environment and of those that it extends, lowest first."""
    overlays = service.service.environments
    return [_overlay_layer(service, name) for name in _lineage(service, config, environment) if name in overlays]


def _overlay_layer(service: LoadedService, name: str) -> Layer:
    at = ("environments", name)
    model = service.service.environments[name]
    files = below(service.files, at)
    return Layer(f"environment {name}", model, service.source, at, frozenset({"extends"}), files)


def _lineage(service: LoadedService, config: Config, environment: str) -> list[str]:
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
