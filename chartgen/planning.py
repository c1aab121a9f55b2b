"""A project, and what each of its services comes to: specs of its environments, findings, its chart in memory."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext, redirect_stdout, suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from chartgen import disk
from chartgen.charting import breaking, dependencies
from chartgen.charting.changes import Shrunk, broken, shrunk
from chartgen.charting.chart import Input, build, build_namespace
from chartgen.charting.dependencies import Entry
from chartgen.charting.ledger import FILE_NAME as LEDGER
from chartgen.charting.ledger import Pin, from_json
from chartgen.charting.patches import unused_patches
from chartgen.charting.texts import Texts
from chartgen.checking.finding import Finding
from chartgen.checking.lint import findings, incomplete_waivers, unwaived, waiver_problems
from chartgen.checking.locks import judged
from chartgen.checking.presets import deprecations, levels, unknown_rules
from chartgen.errors import InvalidInput, Message, invalid
from chartgen.layering.environments import disagreements
from chartgen.layering.fitting import fitting
from chartgen.layering.layers import Layer, environments, layers_of, unknown_sizes
from chartgen.layering.locks import Held, held
from chartgen.layering.neighbours import NONE, Neighbours, named, neighbour
from chartgen.layering.problem import Problem
from chartgen.layering.resolve import Resolved, SpecT, locate, resolve, resolve_namespace
from chartgen.models.image import Image
from chartgen.models.namespace import Namespace, NamespacePreset, NamespaceSpec
from chartgen.models.networking import Neighbour
from chartgen.models.preset import Preset
from chartgen.models.service import Service, Spec
from chartgen.project import local_charts
from chartgen.project.config import FILE_NAME, Config, find_root, load_config
from chartgen.project.day import day
from chartgen.project.groups import belongs
from chartgen.project.lines import TomlSource, show
from chartgen.project.presets import LoadedPreset, PresetLibrary
from chartgen.project.services import LoadedService, find_services, load_service
from chartgen.project.shapes import FieldPath


@dataclass(frozen=True)
class Project:
    """A project's folder, its settings and the presets that its services can name."""

    root: Path
    config: Config
    presets: PresetLibrary
    today: date
    """The day that waivers are held against."""

    looked_up: dict[str, Mapping[str, Neighbour]] = field(default_factory=dict)
    """What other services name of a service, by its name and by environment; each is loaded once a run."""


@dataclass(frozen=True)
class Plan:
    """One service and every file of its chart; of its specs, what is asked later, for a thousand are in memory."""

    service: LoadedService
    chart: disk.Chart
    images: Mapping[str, Image | None]
    """What each environment's spec says of the image, if it has one; "" is values.yaml, which belongs to none."""

    findings: Sequence[Finding]
    """What the rules find where it is deployed, before waivers are asked."""

    breaking: Sequence[Message] = ()
    """What an upgrade from the chart that stands there could not change, or not without harm."""

    dependencies: Sequence[Entry] = ()
    """Other charts that it needs."""

    @property
    def environments(self) -> list[str]:
        """The environments, in order."""
        return [name for name in self.images if name]

    @property
    def release(self) -> str:
        """The release's name where none is given: the service's, cut to the length that Helm takes."""
        return self.service.service.name[:53].rstrip("-")

    @property
    def deployed(self) -> list[str]:
        """What is deployed: the environments, or values.yaml itself where there are none."""
        return self.environments or [""]


def open_project(start: Path | None = None, today: date | None = None) -> Project:
    """The project around a folder, by default the working folder, on a day, by default today."""
    root = find_root((start or Path.cwd()).resolve())
    config = load_config(root)
    library = PresetLibrary(root, config.preset_folders, config.preset_pins, config.preset_sources)
    return Project(root, config, library, today or day())


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


def specs_of(project: Project, service: LoadedService, presets: Sequence[LoadedPreset]) -> dict[str, Resolved]:
    """The specs of a service by environment; "" is values.yaml's, which belongs to none."""
    layers = _fitting(service, presets, project.config)
    return {name: resolve(own, name or None, _neighbours(project, own, name)) for name, own in layers.items()}


def stacks_of(project: Project, service: LoadedService) -> dict[str, tuple[Sequence[Layer], Neighbours]]:
    """The layers of a service or namespace by environment, lowest first, and the services that they name."""
    layers = _fitting(service, _presets(project, service), project.config)
    return {name: (own, _neighbours(project, own, name)) for name, own in layers.items()}


def _fitting(service: LoadedService, presets: Sequence[LoadedPreset], config: Config) -> dict[str, list[Layer]]:
    layers = layers_of(service, presets, config)
    return layers if isinstance(service.service, Namespace) else {name: fitting(own) for name, own in layers.items()}


def neighbours_of(project: Project, service: LoadedService) -> dict[str, LoadedService]:
    """The services of the project that a service names in some environment, by their names."""
    names = {name for _, known in stacks_of(project, service).values() for name in known.found}
    found = {name: _service_named(project, name) for name in sorted(names)}
    return {name: one for name, one in found.items() if one}


def naming(project: Project, name: str) -> list[str]:
    """The services of the project whose policies name a service; those that can't be read have their own errors."""
    found = []
    for path in find_services(project.root, project.config, ()):
        with suppress(InvalidInput):
            service = load_service(path, project.root)
            layers = layers_of(service, _presets(project, service), project.config)
            if any(name in named(own) for own in layers.values()):
                found.append(str(service.service.name))
    return found


def locks_of(project: Project, service: LoadedService) -> list[Held]:
    """What the presets demand of a service, waived or not, by environment."""
    return held(service, _presets(project, service), project.config, ["", *environments(service, project.config)])


def namespace_specs_of(
    project: Project, namespace: LoadedService, presets: Sequence[LoadedPreset]
) -> dict[str, Resolved[NamespaceSpec]]:
    """The same of a namespace."""
    layers = layers_of(namespace, presets, project.config)
    return {name: resolve_namespace(own, name or None) for name, own in layers.items()}


def _neighbours(project: Project, layers: Sequence[Layer], environment: str) -> Neighbours:
    """The services of the project that a policy names, as they are in the environment, or without one."""
    names = named(layers)
    if not names:
        return NONE
    known = {name: _neighbour(project, name) for name in sorted(names)}
    found = {name: one.get(environment, one[""]) for name, one in known.items() if one}
    return Neighbours(found, tuple(path.parent.name for path in find_services(project.root, project.config, ())))


def _neighbour(project: Project, name: str) -> Mapping[str, Neighbour]:
    """A service of the project by its name, by environment; nothing where there is none."""
    if name not in project.looked_up:
        service = _service_named(project, name)
        layers = _fitting(service, _presets(project, service), project.config) if service else {}
        project.looked_up[name] = {key: neighbour(resolve(own, key or None).spec) for key, own in layers.items()}
    return project.looked_up[name]


def _service_named(project: Project, name: str) -> LoadedService | None:
    """A service's folder has its name, as a rule; where it has not, every file is asked."""
    paths = find_services(project.root, project.config, ())
    for path in sorted(paths, key=lambda path: path.parent.name != name):
        with nullcontext() if path.parent.name == name else suppress(InvalidInput):
            service = load_service(path, project.root)
            if service.service.name == name and isinstance(service.service, Service):
                return service
    return None


def _sharing(plans: Sequence[Plan]) -> Iterator[Message]:
    """Two service files in one folder would write one chart."""
    folders: dict[Path, Path] = {}
    for one in plans:
        other = folders.setdefault(one.chart.folder, one.service.path)
        if other != one.service.path:
            text = f"writes the same chart as {other.name} beside it"
            yield Message(show(one.service.path), 0, "", text, "keep one of the two")


def _plan_one(project: Project, path: Path) -> Plan:
    return planned(project, load_service(path, project.root))


def planned(project: Project, service: LoadedService) -> Plan:
    """What a service that is loaded already comes to.

    Raises InvalidInput with every problem of it.
    """
    presets = _presets_or_every_mistake(project, service)
    plan_it = _plan_namespace if isinstance(service.service, Namespace) else _plan_service
    return plan_it(project, service, presets)


def _presets_or_every_mistake(project: Project, service: LoadedService) -> Sequence[LoadedPreset]:
    """The presets; where they can't be had, that is told beside what the service's own file has wrong."""
    try:
        return _presets(project, service)
    except InvalidInput as error:
        raise InvalidInput([*service.messages, *error.messages]) from None


def _plan_service(project: Project, service: LoadedService, presets: Sequence[LoadedPreset]) -> Plan:
    specs = specs_of(project, service, presets)
    sizes = [message for one in specs.values() for message in unknown_sizes(one.layers)]
    _refuse(
        service,
        [*_problems(specs), *sizes, *incomplete_waivers(service)]
        or list(disagreements(specs))
        or list(_unfit(project, service, specs)),
    )
    locks = _locks(project, service, presets, specs)
    found = _findings(service, presets, specs)
    if wrong := waiver_problems(service, found):
        raise InvalidInput(wrong)
    _refuse_errors(project, service, presets, found)
    images = {name: one.spec.image for name, one in specs.items()}
    deployed = [one for one in found if one.environment or len(specs) == 1]
    chart = _chart(project, service, build(_input(project, presets, specs, locks)))
    _refuse_smaller_disks(chart, specs)
    needed = dependencies.entries([one.spec for one in specs.values()])
    return Plan(service, chart, images, deployed, _breaking(chart, service, specs), needed)


def _findings(
    service: LoadedService, presets: Sequence[LoadedPreset], specs: Mapping[str, Resolved[SpecT]]
) -> Sequence[Finding]:
    """What the rules find, as far as presets want to know, and presets that are deprecated.

    Raises InvalidInput for rules of which a preset makes an error, and for settings of rules that there are not.
    """
    if wrong := list(unknown_rules(presets)):
        raise InvalidInput(wrong)
    level = levels(presets)
    found = [*findings(specs), *deprecations(service, presets, [*specs])]
    return [one for one in found if level.get(one.rule) != "off"]


def _refuse_errors(
    project: Project, service: LoadedService, presets: Sequence[LoadedPreset], found: Sequence[Finding]
) -> None:
    level = levels(presets)
    errors = [one for one in found if level.get(one.rule) == "error"]
    kept = unwaived(errors, service.service.waivers, project.today)
    if messages := {replace(one.message, text=f"{one.message.text} ({one.rule})") for one in kept}:
        raise InvalidInput(messages)


def _plan_namespace(project: Project, namespace: LoadedService, presets: Sequence[LoadedPreset]) -> Plan:
    """A namespace has no images."""
    specs = namespace_specs_of(project, namespace, presets)
    _refuse(namespace, [*_problems(specs), *incomplete_waivers(namespace)])
    locks = _locks(project, namespace, presets, specs)
    found = _findings(namespace, presets, specs)
    if wrong := waiver_problems(namespace, found):
        raise InvalidInput(wrong)
    _refuse_errors(project, namespace, presets, found)
    deployed = [one for one in found if one.environment or len(specs) == 1]
    chart = _chart(project, namespace, build_namespace(_input(project, presets, specs, locks)))
    return Plan(namespace, chart, dict.fromkeys(specs), deployed, _breaking(chart, namespace, specs))


def _presets(project: Project, service: LoadedService) -> list[LoadedPreset]:
    """Presets of all services lie lowest, then those of its groups, then those that it names; each counts once.

    Those of namespaces are for namespaces. What a service names is as it asks for it, with its options.
    """
    kind, other = (NamespacePreset, "service") if isinstance(service.service, Namespace) else (Preset, "namespace")
    own = project.presets.stack(service.service.presets, service.source)
    for one in reversed(own):  # what is named lies above what it extends
        if not isinstance(one.preset, kind):
            line = service.source.line(("presets",))
            text = f"lead to {one.preset.name!r}, which is a preset for a {other}"
            raise invalid(line.file, text, line=line.number, path="presets")
    common = [one for one in _common(project, service) if isinstance(one.preset, kind)]
    files = {one.source.file for one in own}
    return [*(one for one in common if one.source.file not in files), *own]


def _common(project: Project, service: LoadedService) -> list[LoadedPreset]:
    toml = TomlSource(FILE_NAME)
    found = project.presets.stack(project.config.presets, toml)
    for name, group in project.config.groups.items():
        if belongs(service, group, project.root):
            found += project.presets.stack(group.presets, toml, ("groups", name, "presets"))
    return list({one.source.file: one for one in found}.values())


def _problems(specs: Mapping[str, Resolved[SpecT]]) -> list[Message]:
    return [message for one in specs.values() for message in one.messages]


def _refuse(service: LoadedService, found: list[Message]) -> None:
    """Tell every problem of a service; where its file was refused in parts, not what merely follows from that."""
    if service.messages:
        lines = {(message.file, message.line) for message in service.messages}
        touched = {message.path.split(".")[0] for message in service.messages}
        found = [m for m in found if (m.file, m.line) not in lines and not _follows(m, touched)]
    if messages := [*service.messages, *found]:
        raise InvalidInput(messages)


def _breaking(chart: disk.Chart, service: LoadedService, specs: Mapping[str, Resolved[SpecT]]) -> list[Message]:
    before, after = disk.ledger_of(chart), from_json(chart.files[LEDGER])
    found = broken(before.objects, after.objects) if before else ()
    name = service.service.name
    return list(dict.fromkeys(locate(specs[one.environment].layers, breaking.problem(one, name)) for one in found))


def _refuse_smaller_disks(chart: disk.Chart, specs: Mapping[str, Resolved]) -> None:
    """Refuse disks that are smaller than in the chart that stands there: Kubernetes would refuse the upgrade."""
    if '"claims"' not in chart.files[LEDGER]:
        return
    before, after = disk.ledger_of(chart), from_json(chart.files[LEDGER])
    found = shrunk(before.objects, after.objects) if before else ()
    if messages := [locate(specs[one.environment].layers, _smaller(one)) for one in found]:
        raise InvalidInput(list(dict.fromkeys(messages)))


def _smaller(one: Shrunk) -> Problem:
    at: FieldPath = () if one.component == "main" else ("components", one.component)
    where = ("stateful_set", "claims") if one.template else ("volumes",)
    field = ("size",) if one.template else ("owned_claim", "size")
    text = f"is {one.after}, and {one.before} in the chart that stands here: a disk can grow, and never shrink"
    hint = f"keep {one.before}; or give the volume another name, and move what is on the old one"
    return Problem((*at, *where, one.volume, *field), text, hint)


def _unfit(project: Project, service: LoadedService, specs: Mapping[str, Resolved]) -> Iterator[Message]:
    """What the chart as a whole, or its place in the project, has no room for."""
    every = {name: one.spec for name, one in specs.items()}
    chart = service.folder / project.config.output
    for environment, problem in (
        *unused_patches(every),
        *dependencies.refused(every),
        *_elsewhere(every, chart, project.root),
    ):
        yield locate(specs[environment].layers, problem)


def _elsewhere(specs: Mapping[str, Spec], chart: Path, root: Path) -> Iterator[tuple[str, Problem]]:
    """Dependencies on folders that are none of the project's, or hold another chart."""
    for environment, spec in specs.items():
        for one in dependencies.entries([spec]):
            if found := local_charts.wrong(chart, one.repository, one.chart, one.version, root):
                field, text, hint = found
                yield environment, Problem(("dependencies", one.key, field), text, hint)


def _follows(message: Message, touched: set[str]) -> bool:
    return message.text.startswith(("is missing", "has neither")) or any(
        name in touched for name in message.path.split(".")
    )


def _locks(
    project: Project, service: LoadedService, presets: Sequence[LoadedPreset], specs: Mapping[str, Resolved[SpecT]]
) -> Sequence[Held]:
    """What the presets demand and the service does not waive.

    Raises InvalidInput for every breach.
    """
    found = judged(service, presets, project.config, specs, project.today)
    if found.messages:
        raise InvalidInput(found.messages)
    return found.locks


def _input(
    project: Project,
    presets: Sequence[LoadedPreset],
    specs: Mapping[str, Resolved[SpecT]],
    locks: Sequence[Held] = (),
) -> Input[SpecT]:
    return Input(
        base=specs[""].spec,
        environments={name: one.spec for name, one in specs.items() if name},
        merged=[one.merged for one in specs.values()],
        presets=_pins(presets),
        oldest=project.config.kubernetes.oldest,
        locks=locks,
    )


def _pins(presets: Sequence[LoadedPreset]) -> list[Pin]:
    """What the chart was made with; of two presets of one name, each with its source in front."""
    names = [one.preset.name for one in presets]
    return [
        Pin(
            f"{one.origin}/{one.preset.name}" if names.count(one.preset.name) > 1 else one.preset.name,
            one.preset.version,
            one.digest,
        )
        for one in presets
    ]


def _chart(project: Project, service: LoadedService, files: Mapping[str, str]) -> disk.Chart:
    return disk.Chart(service.folder / project.config.output, Texts(files), project.root)
