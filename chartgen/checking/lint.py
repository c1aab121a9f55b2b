"""Ask every rule of every environment's spec, and lift what a waiver accepts until its last day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from chartgen.checking.finding import Finding, Rule
from chartgen.checking.presets import DEPRECATED
from chartgen.checking.rules import NAMESPACE_RULES, NUMBERS, RULES
from chartgen.errors import Message
from chartgen.layering.components import told_once, workloads
from chartgen.layering.problem import Problem
from chartgen.layering.resolve import Resolved, SpecT, locate
from chartgen.models.base import MUST
from chartgen.models.namespace import NamespaceSpec
from chartgen.models.service import Spec
from chartgen.models.waiver import Waiver
from chartgen.project.services import LoadedService
from chartgen.project.shapes import FieldPath


def findings(specs: Mapping[str, Resolved[SpecT]]) -> list[Finding]:
    """What the rules find in each environment; the name is "" where a service or namespace has none."""
    return [
        Finding(locate(resolved.layers, problem), rule, environment)
        for environment, resolved in specs.items()
        for rule, problem in _found(resolved.spec)
    ]


def _found(spec: Spec | NamespaceSpec) -> Iterator[tuple[str, Problem]]:
    if isinstance(spec, NamespaceSpec):
        yield from ((rule.id, problem) for rule in NAMESPACE_RULES for problem in rule.check(spec))
        return
    for rule in RULES:
        yield from ((rule.id, problem) for problem in told_once(_of_workloads(rule, spec)))


def _of_workloads(rule: Rule, spec: Spec) -> Iterator[Problem]:
    for at, workload in workloads(spec):
        yield from (problem.inside(at) for problem in rule.check(workload))


def unwaived(found: Iterable[Finding], waivers: Sequence[Waiver], today: date) -> list[Finding]:
    """The findings that no waiver lifts today; one whose waiver has ended says so."""
    kept = []
    for finding in found:
        fitting = [waiver for waiver in waivers if _fits(waiver, finding)]
        if not any(_holds(waiver, today) for waiver in fitting):
            kept.append(_ended(finding, fitting) if fitting else finding)
    return sorted(kept)


def waiver_problems(service: LoadedService, found: Sequence[Finding]) -> list[Message]:
    """Waivers for nothing: of a rule that does not exist, or that finds nothing. Those of locks are told with them."""
    known = {*NUMBERS, DEPRECATED.id}
    messages = []
    for index, waiver in enumerate(service.service.waivers):
        if waiver.rule is None:
            continue
        if waiver.rule not in known:
            text, hint = f"is {waiver.rule!r}, which is no rule", f"there are {', '.join(sorted(known))}"
        elif not any(_fits(waiver, finding) for finding in found):
            text, hint = f"waives {waiver.rule}, which finds nothing here", "take the waiver out"
        else:
            continue
        messages.append(_at(service, ("waivers", index, "rule"), text, hint))
    return messages


def incomplete_waivers(service: LoadedService) -> Iterator[Message]:
    """Waivers that name nothing or two things, or that lack their reason, owner or last day."""
    for index, waiver in enumerate(service.service.waivers):
        if lacking := _incomplete(waiver):
            yield _at(service, ("waivers", index), *lacking)


def _at(service: LoadedService, path: FieldPath, text: str, hint: str) -> Message:
    line = service.source.line(path)
    return Message(line.file, line.number, service.source.spell(path), text, service.source.phrase(hint))


def _incomplete(waiver: Waiver) -> tuple[str, str] | None:
    if (waiver.rule is None) == (waiver.lock is None):
        said = "neither a rule nor a lock" if waiver.rule is None else "both a rule and a lock"
        return f"names {said}", 'write rule="CG401", or lock="replicas"'
    lacking = [name for name in ("reason", "owner", "until") if getattr(waiver, name) is MUST]
    if not lacking:
        return None
    examples = {"reason": '"…"', "owner": '"team-orders"', "until": '"2027-01-31"'}
    hint = f"write {', '.join(f'{name}={examples[name]}' for name in lacking)}"
    return f"has no {' and no '.join(lacking)}", hint


def _fits(waiver: Waiver, finding: Finding) -> bool:
    return waiver.rule == finding.rule and waiver.environment in (None, finding.environment)


def _holds(waiver: Waiver, today: date) -> bool:
    return date.fromisoformat(waiver.until) >= today


def _ended(finding: Finding, waivers: Sequence[Waiver]) -> Finding:
    until = max(waiver.until for waiver in waivers)
    message = finding.message
    text = f"{message.text}; its waiver ended on {until}"
    return Finding(
        Message(message.file, message.line, message.path, text, message.hint), finding.rule, finding.environment
    )
