"""What presets say about findings: how each rule counts, and which presets have had their day."""

from collections.abc import Iterator, Mapping, Sequence

from chartgen.checking.finding import Finding, Rule
from chartgen.checking.rules import NUMBERS
from chartgen.errors import Message
from chartgen.models.locks import RuleLevel
from chartgen.project.presets import LoadedPreset
from chartgen.project.services import LoadedService

DEPRECATED = Rule(
    "CG101",
    "deprecated preset",
    "Nobody mends it any more, and one day it is gone.",
    lambda _: iter(()),  # it is asked of presets, not of workloads
)
"""A preset that says what to use instead."""


def deprecations(
    service: LoadedService, presets: Sequence[LoadedPreset], environments: Sequence[str]
) -> Iterator[Finding]:
    """Each deprecated preset that a service has, at the line where it names presets."""
    for one in presets:
        if one.preset.deprecated:
            line = service.source.line(("presets",))
            text = f"lead to {one.preset.name!r}, which is deprecated: {one.preset.deprecated}"
            message = Message(line.file, line.number, service.source.spell(("presets",)), text)
            yield from (Finding(message, DEPRECATED.id, name) for name in environments)


def levels(presets: Sequence[LoadedPreset]) -> Mapping[str, RuleLevel]:
    """How rules count, where presets say so; the later wins."""
    return {rule: level for one in presets for rule, level in one.preset.rules.items()}


def unknown_rules(presets: Sequence[LoadedPreset]) -> Iterator[Message]:
    """Settings of rules that there are not."""
    known = sorted((*NUMBERS, DEPRECATED.id))
    for one in presets:
        for rule in one.preset.rules:
            if rule not in known:
                line = one.source.line(("rules", rule))
                hint = f"there are {', '.join(known)}"
                yield Message(line.file, line.number, one.source.spell(("rules", rule)), "is no rule", hint)
