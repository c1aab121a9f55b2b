"""Waivers of locks on a field, and of what rules find in it."""

from collections.abc import Sequence

from chartgen.checking.finding import Finding
from chartgen.explaining.described import Described
from chartgen.explaining.locks import is_waived
from chartgen.layering.locks import Held
from chartgen.models.waiver import Waiver
from chartgen.project.services import LoadedService
from chartgen.project.shapes import FieldPath


def waivers_on(
    service: LoadedService, described: Described, found: Sequence[Finding], locks: Sequence[Held], path: FieldPath
) -> list[str]:
    """Each in words: the rule or lock, until when, whose it is, why, and its line."""
    spellings = {spelled for layer in described.layers for spelled in (layer.spell(path), layer.source.spell(path))}
    environment = described.environment
    rules = {one.rule for one in found if one.environment == environment and one.message.path in spellings}
    return [
        _in_words(service, index, one)
        for index, one in enumerate(service.service.waivers)
        if (one.rule in rules and one.environment in (None, environment))
        or is_waived(one, locks, environment, described.spec, path)
    ]


def _in_words(service: LoadedService, index: int, one: Waiver) -> str:
    line = service.source.line(("waivers", index))
    return f"{one.rule or one.lock} until {one.until}, {one.owner}: {one.reason} ({line.file}:{line.number})"
