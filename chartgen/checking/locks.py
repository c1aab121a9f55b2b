"""Held against a service: its presets' locks, the waivers of them, and the fields that it must state."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from chartgen.charting.locks import derived
from chartgen.errors import Message
from chartgen.layering.locks import Breach, Held, breaches, contradictions, held, missing_fields, waives, without_waived
from chartgen.layering.problem import Problem
from chartgen.layering.resolve import Resolved, SpecT, locate
from chartgen.models.waiver import Waiver
from chartgen.project.config import Config
from chartgen.project.locks import NoSuchField, parse
from chartgen.project.mistakes import suggestion
from chartgen.project.presets import LoadedPreset
from chartgen.project.services import LoadedService


@dataclass(frozen=True)
class Judged:
    """What the locks come to: those that the chart carries, and what is wrong."""

    locks: Sequence[Held]
    messages: Sequence[Message]


def judged(
    service: LoadedService,
    presets: Sequence[LoadedPreset],
    config: Config,
    specs: Mapping[str, Resolved[SpecT]],
    today: date,
) -> Judged:
    """The locks of a service without what it waives today, and every breach, contradiction and needless waiver."""
    locks = held(service, presets, config, [*specs])
    if messages := list(contradictions(locks, [*specs])):
        return Judged(locks, messages)
    found = [breach for name, one in specs.items() for breach in breaches(locks, name, one.spec, derived(one.spec))]
    waivers = service.service.waivers
    messages = [_told(one, specs, waivers) for one in found if not _is_waived(one, waivers, today)]
    messages += [*_wrong_waivers(service, locks, found), *_unstated(presets, specs)]
    return Judged(without_waived(locks, waivers, today), list(dict.fromkeys(messages)))


def _is_waived(one: Breach, waivers: Sequence[Waiver], today: date) -> bool:
    return any(
        waives(waiver, one.lock, one.environment) and date.fromisoformat(waiver.until) >= today for waiver in waivers
    )


def _told(one: Breach, specs: Mapping[str, Resolved[SpecT]], waivers: Sequence[Waiver]) -> Message:
    message = locate(specs[one.environment].layers, one.problem)
    ended = [waiver.until for waiver in waivers if waives(waiver, one.lock, one.environment)]
    text = f"{message.text}; its waiver ended on {max(ended)}" if ended else message.text
    return Message(message.file, message.line, message.path, text, message.hint)


def _wrong_waivers(service: LoadedService, locks: Sequence[Held], found: Sequence[Breach]) -> Iterator[Message]:
    for index, waiver in enumerate(service.service.waivers):
        if waiver.lock is not None and (wrong := _wrong(waiver, locks, found)):
            path = ("waivers", index, "lock")
            line = service.source.line(path)
            yield Message(line.file, line.number, service.source.spell(path), *wrong)


def _wrong(waiver: Waiver, locks: Sequence[Held], found: Sequence[Breach]) -> tuple[str, str] | None:
    try:
        parse(waiver.lock or "")
    except NoSuchField as error:
        return str(error), error.hint
    meant = [one for one in locks if any(waives(waiver, one.placed, name) for name in one.environments)]
    if not meant:
        known = sorted({one.placed.lock.field for one in locks})
        hint = suggestion(waiver.lock or "", known, otherwise=_there_are(known))
        return f"is {waiver.lock!r}, which no preset locks here", hint
    for one in meant:
        if not one.placed.lock.waivable:
            where = f"{one.placed.line.file}:{one.placed.line.number}"
            return f"waives a lock that has no exceptions: {one.placed.lock.reason} ({where})", "take the waiver out"
    if not any(waives(waiver, one.lock, one.environment) for one in found):
        return f"waives the lock on {waiver.lock}, which is kept to here", "take the waiver out"
    return None


def _there_are(known: Sequence[str]) -> str:
    return f"there are locks on {', '.join(known)}" if known else "no preset locks anything here"


def _unstated(presets: Sequence[LoadedPreset], specs: Mapping[str, Resolved[SpecT]]) -> Iterator[Message]:
    for one in specs.values():
        for problem, preset, index in missing_fields(presets, one.merged):
            where = preset.source.line(("required", index))
            text = f"must be stated: preset {preset.preset.name} requires it ({where.file}:{where.number})"
            yield locate(one.layers, Problem(problem.path, text, f"write {_example(problem)}"))


def _example(problem: Problem) -> str:
    name, *keys = map(str, problem.path)
    inside = "".join(f'{{"{key}": ' for key in keys)
    return f'{name}={inside}"…"{"}" * len(keys)}'
