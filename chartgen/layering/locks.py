"""Locks of a service's presets: where each holds, which contradict, which the service breaks, which it waives."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel

from chartgen.errors import Message
from chartgen.layering.kinds import goes_with
from chartgen.layering.layers import lineage_of
from chartgen.layering.problem import Problem
from chartgen.models.base import is_mapping
from chartgen.models.image import Image
from chartgen.models.namespace import NamespaceSpec
from chartgen.models.service import Spec
from chartgen.models.waiver import Waiver
from chartgen.project.config import Config
from chartgen.project.lines import Line
from chartgen.project.locks import Demand, PlacedLock, contradiction, field_at, is_unset, parse, root_of
from chartgen.project.presets import LoadedPreset
from chartgen.project.services import LoadedService
from chartgen.project.shapes import FieldPath

Derived = Callable[[FieldPath], Any]
"""What a field that nobody sets comes to in the chart; None for nothing."""


@dataclass(frozen=True)
class Held:
    """A lock, and the environments of a service that it holds in; "" is values.yaml, which belongs to none."""

    placed: PlacedLock
    environments: tuple[str, ...]


@dataclass(frozen=True)
class Breach:
    """A lock that a service does not keep to in an environment."""

    lock: PlacedLock
    environment: str
    problem: Problem


def held(
    service: LoadedService, presets: Sequence[LoadedPreset], config: Config, environments: Sequence[str]
) -> list[Held]:
    """Every lock with the environments that it holds in: all, or those that it names and those that extend them."""
    lineages = {name: {*lineage_of(service, config, name)} if name else set[str]() for name in environments}
    locks = [lock for one in presets for lock in one.locks]
    return [Held(one, tuple(name for name, lineage in lineages.items() if _holds_in(one, lineage))) for one in locks]


def contradictions(locks: Sequence[Held], environments: Sequence[str]) -> Iterator[Message]:
    """Locks that hold in one environment and that no value meets together, at the later one's place."""
    told = set[tuple[Line, Line]]()
    for name in environments:
        active = [(one.placed, *pair) for one in locks if name in one.environments for pair in one.placed.fields]
        found = contradiction(active) if len(active) > 1 else None
        if found and (found[0].line, found[1].line) not in told:
            earlier, later = found
            told.add((earlier.line, later.line))
            text = f"contradicts {_place(earlier)}: no value of {later.lock.field} is {_of(earlier)}, and {_of(later)}"
            hint = "change one of the two presets, or use only one"
            yield Message(later.line.file, later.line.number, later.source.spell(later.at), text, hint)


def breaches(locks: Sequence[Held], environment: str, spec: Spec | NamespaceSpec, derived: Derived) -> Iterator[Breach]:
    """What a service does not keep to in an environment; of fields that its kind has no use for nothing is demanded."""
    for one in locks:
        for field, demand in one.placed.fields if environment in one.environments else ():
            lacking = len(field.path) if demand.presence == "present" else 1 + field.implied
            for path, value in values_at(spec, field.path, lacking):
                counts = derived(path) if is_unset(value) and demand.is_of_a_value and not demand.if_set else value
                if not demand.is_met(counts) and _is_of_use(spec, path) and not _is_left_open(spec, path):
                    written = path[: len(path) - field.implied]
                    yield Breach(one.placed, environment, _problem(one.placed, demand, written, value))


def values_at(value: Any, pattern: FieldPath, lacking: int, at: FieldPath = ()) -> Iterator[tuple[FieldPath, Any]]:
    """Every field that a path leads to, and its value: None where nothing is there.

    Of the path's parts so many at its end may lack; where one before them does, there is no field to speak of.
    """
    if not pattern:
        yield at, value
        return
    part, *rest = pattern
    if part == "*":
        for key, entry in _entries(value):
            yield from values_at(entry, tuple(rest), lacking, (*at, key))
        return
    inner = _child(value, part)
    if inner is not None or len(rest) < lacking:
        yield from values_at(inner, tuple(rest), lacking, (*at, part))


def waives(waiver: Waiver, lock: PlacedLock, environment: str) -> bool:
    """Whether a waiver lifts a lock in an environment, its last day left aside."""
    return (
        waiver.lock is not None
        and waiver.environment in (None, environment)
        and parse(waiver.lock) == parse(lock.lock.field)
    )


def without_waived(locks: Sequence[Held], waivers: Sequence[Waiver], today: date) -> list[Held]:
    """The locks with only those environments that no waiver lifts them in today."""
    lasting = [one for one in waivers if one.lock is not None and date.fromisoformat(one.until) >= today]
    if not lasting:
        return list(locks)
    return [Held(one.placed, tuple(_unwaived(one, lasting))) for one in locks]


def missing_fields(
    presets: Sequence[LoadedPreset], merged: Mapping[str, Any]
) -> Iterator[tuple[Problem, LoadedPreset, int]]:
    """Fields that a preset wants stated, and that no layer states."""
    for one in presets:
        for index, text in enumerate(one.preset.required):
            path = field_at(parse(text), root_of(one.preset)).path
            if not any(not is_unset(value) for _, value in values_at(merged, path, len(path))):
                yield Problem(path, "must be stated"), one, index


def _is_of_use(spec: Spec | NamespaceSpec, path: FieldPath) -> bool:
    """Whether the field goes with the kind of the workload that it is in."""
    if isinstance(spec, NamespaceSpec):
        return True
    workload, inside = (spec.components[str(path[1])], path[2:]) if path[0] == "components" else (spec, path)
    return goes_with(workload.kind, *map(str, inside))


def _is_left_open(spec: Spec | NamespaceSpec, path: FieldPath) -> bool:
    """Whether whoever deploys says the field: Helm then asks whether it is as demanded."""
    if path[-1] not in ("tag", "digest"):
        return False
    images = [image for _, image in values_at(spec, path[:-1], 0) if isinstance(image, Image)]
    return any(image.set_by == "deployment" for image in images)


def _holds_in(one: PlacedLock, lineage: set[str]) -> bool:
    return not one.lock.environments or not lineage.isdisjoint(one.lock.environments)


def _unwaived(one: Held, waivers: Sequence[Waiver]) -> Iterator[str]:
    for name in one.environments:
        if not any(waives(waiver, one.placed, name) for waiver in waivers):
            yield name


def _problem(one: PlacedLock, demand: Demand, path: FieldPath, value: Any) -> Problem:
    link = f" ({one.lock.link})" if one.lock.link else ""
    where = f" in {', '.join(one.lock.environments)}" if one.lock.environments else ""
    text = f"is {_shown(value)}, but {_place(one)} wants it to be {demand}{where}: {one.lock.reason}{link}"
    if not one.lock.waivable:
        return Problem(path, text, "it can't be waived")
    quote = "'" if '"' in one.lock.field else '"'
    waiver = f'Waiver(lock={quote}{one.lock.field}{quote}, reason="…", owner="…", until="2027-01-31")'
    return Problem(path, text, f"keep to it; or waive it for a while: waivers=[{waiver}]")


def _place(one: PlacedLock) -> str:
    return f"a lock of preset {one.preset} ({one.line.file}:{one.line.number})"


def _of(one: PlacedLock) -> str:
    return str(one.fields[0][1])


def _shown(value: Any) -> str:
    if is_unset(value):
        return "not set"
    return "set" if isinstance(value, (BaseModel, dict)) else repr(value)


def _entries(value: Any) -> Iterator[tuple[Any, Any]]:
    if is_mapping(value):
        yield from value.items()
    elif isinstance(value, (list, tuple)):
        yield from enumerate(value)


def _child(value: Any, part: Any) -> Any:
    if isinstance(value, BaseModel):
        return getattr(value, str(part))
    return value.get(part) if is_mapping(value) else None
