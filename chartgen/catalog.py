"""What presets a project can name, what each says, who extends whom, and which waivers its services have."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from inspect import Parameter, signature
from typing import Any, get_args

from chartgen.charting.locks import shown_at
from chartgen.charting.samples import ChartKind
from chartgen.errors import InvalidInput
from chartgen.models.kinds import Kind
from chartgen.models.namespace import NamespaceSettings, NamespaceSpec
from chartgen.models.preset_function import PresetFunction
from chartgen.models.service import Settings
from chartgen.planning import Project
from chartgen.project import python_file
from chartgen.project.lines import TomlSource, show
from chartgen.project.locks import Field, PlacedLock
from chartgen.project.preset_sources import PresetFile
from chartgen.project.presets import PRESET_VARIABLES, LoadedPreset
from chartgen.project.services import find_services, load_service
from chartgen.project.shapes import FieldPath


class _CommandLine(TomlSource):
    """Names come from the command's own words, which have no fields."""

    def spell(self, path: FieldPath) -> str:  # noqa: ARG002 - no field, no name
        """Nothing: the message names the preset."""
        return ""


_ASKER = _CommandLine("chartgen presets")


@dataclass(frozen=True)
class Entry:
    """A preset in a line."""

    name: str
    """The exact name, its source in front."""

    version: str
    description: str
    file: str
    extends: Sequence[str] = ()
    """Exact names of those that it extends."""

    deprecated: str = ""
    problem: str = ""
    """Why it can't be loaded."""

    needed: Sequence[str] = ()
    """Options that a service has to give, without which there is nothing more to tell."""


@dataclass(frozen=True)
class LockEntry:
    """A lock in words."""

    field: str
    demand: str
    reason: str
    environments: Sequence[str]
    link: str
    waivable: bool
    line: str
    in_schema: bool
    """Whether Helm refuses a breach too; of the other locks only chartgen does."""


@dataclass(frozen=True)
class Described:
    """All that a preset says."""

    entry: Entry
    digest: str
    extended_by: Sequence[str]
    options: Sequence[str]
    settings: dict[str, Any]
    """What it says for every environment, in YAML's names."""

    environments: dict[str, Any]
    locks: Sequence[LockEntry]
    rest: dict[str, Any]
    """What services must state, registries, sizes and rules."""


@dataclass(frozen=True)
class WaiverEntry:
    """A waiver, and how long it lasts."""

    service: str
    waives: str
    environment: str
    until: str
    days_left: int
    """0 on the last day; below that it has ended."""

    owner: str
    reason: str
    line: str


def entries(project: Project) -> list[Entry]:
    """Every preset, by its exact name."""
    return sorted((_entry(project, file) for file in project.presets.files()), key=lambda one: one.name)


def described(project: Project, name: str) -> Described:
    """One preset.

    Raises InvalidInput where there is none of the name, several, or where it can't be loaded.
    """
    loaded = project.presets.stack([name], _ASKER)[-1]
    file = next(one for one in project.presets.files() if show(one.path) == loaded.source.file)
    entry = _entry(project, file)
    data = loaded.preset.model_dump(mode="json", by_alias=True, exclude_unset=True)
    settings = {key: value for key, value in data.items() if key in _SETTINGS}
    rest = {key: data[key] for key in ("required", "registries", "sizes", "rules") if data.get(key)}
    return Described(
        entry,
        loaded.digest,
        [one.name for one in entries(project) if entry.name in one.extends],
        list(_options(file, project)),
        settings,
        data.get("environments", {}),
        [_lock(one) for one in loaded.locks],
        rest,
    )


def waivers(project: Project) -> list[WaiverEntry]:
    """The waivers of all services, that which ends first first."""
    found = [one for path in find_services(project.root, project.config, ()) for one in _waivers(project, path)]
    return sorted(found, key=lambda one: (one.until, one.line))


_SETTINGS = {field.alias or name for name, field in {**Settings.model_fields, **NamespaceSettings.model_fields}.items()}


def _entry(project: Project, file: PresetFile) -> Entry:
    try:
        if needed := [one for one in _options(file, project) if " = " not in one]:
            return Entry(file.exact, "", "", show(file.path), needed=needed)
        stack = project.presets.stack([file.exact], _ASKER)
    except InvalidInput as error:
        return Entry(file.exact, "", "", show(file.path), problem=str(error.messages[0]))
    loaded = stack[-1]
    preset = loaded.preset
    below = [_exact(project, name, loaded) for name in preset.extends]
    return Entry(file.exact, preset.version, preset.description, loaded.source.file, below, preset.deprecated)


def _exact(project: Project, name: str, by: LoadedPreset) -> str:
    """The exact name of what a preset extends."""
    return project.presets.stack([name if "/" in name else _nearest(project, name, by)], _ASKER)[-1].origin + (
        f"/{name.rpartition('/')[2]}"
    )


def _nearest(project: Project, name: str, by: LoadedPreset) -> str:
    own = f"{by.origin}/{name}"
    return own if any(one.exact == own for one in project.presets.files()) else name


def _options(file: PresetFile, project: Project) -> Iterator[str]:
    """The options of a preset's function, with their types and defaults."""
    if file.path.suffix != ".py":
        return
    found, _ = python_file.run(file.path, PRESET_VARIABLES, project.root)
    if isinstance(found, PresetFunction):
        yield from (str(one).split(":")[0] + _default(one) for one in signature(found.function).parameters.values())


def _default(one: Parameter) -> str:
    kind = one.annotation.__name__ if isinstance(one.annotation, type) else str(one.annotation)
    return f": {kind}" + ("" if one.default is Parameter.empty else f" = {one.default!r}")


def _lock(one: PlacedLock) -> LockEntry:
    lock = one.lock
    at = f"{one.line.file}:{one.line.number}"
    demand = str(one.fields[0][1])
    return LockEntry(
        lock.field, demand, lock.reason, list(lock.environments), lock.link or "", lock.waivable, at, _is_in_schema(one)
    )


def _is_in_schema(one: PlacedLock) -> bool:
    """Whether some kind of workload shows the field in its values, of every container that it means."""
    return all(any(shown_at(field, demand, kind) for kind in _kinds(field)) for field, demand in one.fields)


def _kinds(field: Field) -> Sequence[ChartKind]:
    return ["Namespace"] if field.root is NamespaceSpec else get_args(Kind)


def _waivers(project: Project, path: Any) -> Iterator[WaiverEntry]:
    loaded = load_service(path, project.root)
    for index, one in enumerate(loaded.service.waivers):
        if isinstance(one.until, str) and one.until:
            line = loaded.source.line(("waivers", index))
            yield WaiverEntry(
                loaded.service.name,
                one.rule or one.lock or "",
                one.environment or "",
                one.until,
                (date.fromisoformat(one.until) - project.today).days,
                one.owner,
                one.reason,
                f"{line.file}:{line.number}",
            )
