"""A project, and what each of its services comes to: specs for its environments, and its chart in memory."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from chartgen import disk
from chartgen.charting.chart import Input, build
from chartgen.charting.ledger import Pin
from chartgen.checking.lint import findings, waiver_problems
from chartgen.errors import InvalidInput, Message
from chartgen.layering.layers import common_layers, environments, overlay_layers
from chartgen.layering.resolve import Resolved, resolve
from chartgen.project.config import FILE_NAME, Config, find_root, load_config
from chartgen.project.lines import TomlSource, show
from chartgen.project.presets import LoadedPreset, PresetLibrary
from chartgen.project.services import LoadedService, find_services, load_service


@dataclass(frozen=True)
class Project:
    """A project's folder, its settings and the presets that its services can name."""

    root: Path
    config: Config
    presets: PresetLibrary


@dataclass(frozen=True)
class Plan:
    """One service, its specs, and every file of the chart that they become."""

    service: LoadedService
    base: Resolved
    environments: Mapping[str, Resolved]
    chart: disk.Chart

    @property
    def specs(self) -> Mapping[str, Resolved]:
        """The specs that are deployed: the environments', or values.yaml's own where there are none."""
        return self.environments or {"": self.base}


def open_project(start: Path | None = None) -> Project:
    """The project around a folder, by default the working folder."""
    root = find_root((start or Path.cwd()).resolve())
    config = load_config(root)
    return Project(root, config, PresetLibrary(root, config.preset_folders))


def plan(project: Project, wanted: Sequence[str] | None, on_done: Callable[[], None] = lambda: None) -> list[Plan]:
    """The charts of the named services, in memory.

    Raises InvalidInput with every problem of every service.
    """
    plans: list[Plan] = []
    messages: list[Message] = []
    for path in find_services(project.root, project.config, wanted or ()):
        try:
            with redirect_stdout(sys.stderr):  # what a service file prints is no manifest
                plans.append(_plan_one(project, path))
        except InvalidInput as error:
            messages += error.messages
        on_done()
    messages += _sharing(plans)
    if messages:
        raise InvalidInput(messages)
    return plans


def count(project: Project, wanted: Sequence[str] | None) -> int:
    """How many services that would be."""
    return len(find_services(project.root, project.config, wanted or ()))


def _sharing(plans: Sequence[Plan]) -> Iterator[Message]:
    """Two service files in one folder would write one chart."""
    folders: dict[Path, Path] = {}
    for one in plans:
        other = folders.setdefault(one.chart.folder, one.service.path)
        if other != one.service.path:
            text = f"writes the same chart as {other.name} beside it"
            yield Message(show(one.service.path), 0, "", text, "keep one of the two")


def _plan_one(project: Project, path: Path) -> Plan:
    service = load_service(path, project.root)
    presets = _presets(project, service)
    common = common_layers(service, presets)
    base = resolve(common, None)
    resolved = {
        name: resolve([*common, *overlay_layers(service, project.config, name)], name)
        for name in environments(service, project.config)
    }
    _refuse(service, [base, *resolved.values()])
    return Plan(service, base, resolved, _chart(project, service, presets, base, resolved))


def _presets(project: Project, service: LoadedService) -> list[LoadedPreset]:
    """The presets of all services lie below those that this one names."""
    common = project.presets.stack(project.config.presets, TomlSource(FILE_NAME))
    own = project.presets.stack(service.service.presets, service.source)
    return [*(one for one in common if one not in own), *own]


def _refuse(service: LoadedService, resolved: Sequence[Resolved]) -> None:
    """Tell every problem of a service; where its file was refused in parts, not what merely follows from that."""
    found = [message for one in resolved for message in one.messages]
    if service.messages:
        lines = {(message.file, message.line) for message in service.messages}
        touched = {message.path.split(".")[0] for message in service.messages}
        found = [m for m in found if (m.file, m.line) not in lines and not _follows(m, touched)]
    messages = [*service.messages, *found]
    if not messages:
        specs = {one.spec.environment or "": one for one in resolved}
        messages = waiver_problems(service, findings(specs))
    if messages:
        raise InvalidInput(messages)


def _follows(message: Message, touched: set[str]) -> bool:
    return message.text.startswith(("is missing", "has neither")) or any(
        name in touched for name in message.path.split(".")
    )


def _chart(
    project: Project,
    service: LoadedService,
    presets: Sequence[LoadedPreset],
    base: Resolved,
    resolved: Mapping[str, Resolved],
) -> disk.Chart:
    files = build(
        Input(
            base=base.spec,
            environments={name: one.spec for name, one in resolved.items()},
            merged=[base.merged, *(one.merged for one in resolved.values())],
            presets=[Pin(one.preset.name, one.preset.version, one.digest) for one in presets],
            oldest=project.config.kubernetes.oldest,
        )
    )
    return disk.Chart(service.folder / project.config.output, files, project.root)
