"""Waivers of what rules find in a field."""

from collections.abc import Sequence

from chartgen.checking.finding import Finding
from chartgen.layering.layers import Layer
from chartgen.project.services import LoadedService
from chartgen.project.shapes import FieldPath


def waivers_on(
    service: LoadedService, layers: Sequence[Layer], environment: str, found: Sequence[Finding], path: FieldPath
) -> list[str]:
    """Each in words: the rule, until when, whose it is, why, and its line."""
    spellings = {layer.spell(path) for layer in layers} | {layer.source.spell(path) for layer in layers}
    rules = {one.rule for one in found if one.environment == environment and one.message.path in spellings}
    lines = [service.source.line(("waivers", index)) for index in range(len(service.service.waivers))]
    return [
        f"{one.rule} until {one.until}, {one.owner}: {one.reason} ({line.file}:{line.number})"
        for one, line in zip(service.service.waivers, lines, strict=True)
        if one.rule in rules and one.environment in (None, environment)
    ]
