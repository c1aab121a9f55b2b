"""Alerts and recorded queries: their expressions, and names that are there once."""

import re
from collections.abc import Iterator

from chartgen.layering.kinds import ENDING
from chartgen.layering.problem import Problem
from chartgen.layering.rules.container import close
from chartgen.models.monitoring import PrometheusRules, ReadyAlert
from chartgen.models.service import WorkloadSpec
from chartgen.models.types import seconds
from chartgen.project.shapes import FieldPath

NAMES = ("workload", "pods", "jobs", "namespace", "service", "autoscaler", "budget")
"""What ``$(…)`` may stand for in an expression."""

_NAME = re.compile(r"\$\(([A-Za-z_]+)\)")
_PIECE = re.compile(r"""#[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`|["'`()\[\]{}]""")
_CLOSES = {")": "(", "]": "[", "}": "{"}


def expression_is_closed(spec: WorkloadSpec) -> Iterator[Problem]:
    """Every bracket and quote of an expression is closed, and every name known; the rest is Prometheus' to judge."""
    for path, text in _expressions(spec):
        if not text.strip():
            yield Problem(path, "must not be empty")
        elif problem := unclosed(_NAME.sub("x", text)):
            yield Problem(path, problem)
        for name in _NAME.findall(text):
            if name not in NAMES:
                known = ", ".join(f"$({one})" for one in NAMES)
                hint = close(name, list(NAMES)) or f"the names are {known}"
                yield Problem(path, f"names $({name}), which is none of the release's", hint)
            elif name == "jobs" and spec.kind not in ENDING:
                yield Problem(path, f"names $(jobs), and a {spec.kind} has none", also=(("kind",),))
            elif name == "service" and not spec.ports:
                yield Problem(path, "names $(service), and a workload without ports has none")


def alert_names_differ(spec: WorkloadSpec) -> Iterator[Problem]:
    """An own alert has not the name of one that comes with chartgen and is asked for."""
    rules = spec.prometheus_rules
    for field in _ready_fields(rules) if rules else ():
        name = "".join(word.capitalize() for word in field.split("_"))
        if rules and rules.alerts.get(name):
            text = f"is the name of the alert that {field} makes too"
            path = ("prometheus_rules", "alerts", name)
            yield Problem(path, text, "choose another name", also=(("prometheus_rules", field),))


def labels_are_no_names(spec: WorkloadSpec) -> Iterator[Problem]:
    """Prometheus itself says what an alert or a metric is called."""
    rules = spec.prometheus_rules
    for name, alert in (rules.alerts if rules else {}).items():
        if alert and "alertname" in alert.labels:
            path = ("prometheus_rules", "alerts", name, "labels", "alertname")
            yield Problem(path, "is set by Prometheus; the alert's name is its key in alerts")
    for name, recording in (rules.recordings if rules else {}).items():
        if recording and "__name__" in recording.labels:
            path = ("prometheus_rules", "recordings", name, "labels", "__name__")
            yield Problem(path, "is set by Prometheus; state the name as metric")


def rules_are_evaluated(spec: WorkloadSpec) -> Iterator[Problem]:
    """Between two evaluations there is some time."""
    interval = spec.prometheus_rules and spec.prometheus_rules.interval
    if interval and seconds(interval) == 0:
        yield Problem(("prometheus_rules", "interval"), f"is {interval!r}, and must be more than nothing")


def unclosed(text: str) -> str:
    """What is left open in an expression, in words; nothing where all is closed."""
    opened: list[str] = []
    for found in _PIECE.finditer(text):
        piece = found[0]
        if piece in _CLOSES:
            if not opened or opened.pop() != _CLOSES[piece]:
                return f"has a {piece!r} that closes nothing"
        elif piece in "([{":
            opened.append(piece)
        elif len(piece) == 1 and piece != "#":
            return f"has a quote {piece} that is never closed"
    return f"has a {opened[-1]!r} that is never closed" if opened else ""


def _ready_fields(rules: PrometheusRules) -> Iterator[str]:
    return (name for name in type(rules).model_fields if isinstance(getattr(rules, name), ReadyAlert))


def _expressions(spec: WorkloadSpec) -> Iterator[tuple[FieldPath, str]]:
    rules = spec.prometheus_rules
    for field in ("alerts", "recordings"):
        for name, one in (getattr(rules, field) if rules else {}).items():
            if one:
                yield ("prometheus_rules", field, name, "expr"), one.expr
