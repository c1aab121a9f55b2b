"""chartgen check: everything that CI wants to know of the charts."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import typer

from chartgen.cli.words import (
    HelmPath,
    Quiet,
    Services,
    Today,
    Verbose,
    Voice,
    day,
    print_message,
    print_problem,
    print_stale,
    progress,
    shown,
)

if TYPE_CHECKING:
    from chartgen.checking.finding import Finding
    from chartgen.pipeline import Report

FINDINGS, INVALID, STALE = 1, 2, 3


def check(
    services: Services = None,
    *,
    helm: HelmPath = None,
    today: Today = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Check the charts: fresh, valid, free of findings.

    Each chart is what would be generated, lints, renders with values.yaml alone and in each environment, and is valid
    on the oldest and the newest Kubernetes; no rule of good practice finds anything in it.
    """
    from chartgen import pipeline  # noqa: PLC0415 - what a command needs is imported when it runs
    from chartgen.helm import find  # noqa: PLC0415

    voice, until = Voice(quiet, verbose), day(today)
    project = pipeline.open_project(today=until)
    plans = pipeline.plan(project, services)
    engine = find(helm)
    voice.remark_engine(engine)
    with progress("Checking", len(plans)) as advance:
        reports = pipeline.check(project, plans, engine, until, advance)
    for report in reports:
        _tell(report, voice)
    voice.say(_summary(reports))
    raise typer.Exit(status(reports))


def status(reports: "Sequence[Report]") -> int:
    """Of several, what weighs most: invalid, stale, findings."""
    if any(report.broken for report in reports):
        return INVALID
    if any(report.stale for report in reports):
        return STALE
    return FINDINGS if any(report.findings for report in reports) else 0


def tell_findings(report: "Report") -> None:
    """Each place where a rule is broken."""
    for finding, where in _places(report):
        print_message(finding.message, f"{finding.rule}{where}")


def _tell(report: "Report", voice: Voice) -> None:
    folder = shown(report.plan.chart.folder)
    if report.stale:
        print_stale(report.plan.chart, report.stale)
    for problem in report.broken:
        print_problem("error", f"{folder}: {problem}")
    tell_findings(report)
    if not (report.stale or report.broken or report.findings):
        voice.remark(f"{folder}: all is well")


def _places(report: "Report") -> "Iterator[tuple[Finding, str]]":
    """Each place once, with the environments that it counts in; none are named where it counts in all of them."""
    everywhere = report.plan.deployed
    ordered = sorted(report.findings, key=lambda finding: (finding.message, finding.rule))
    for _, group in groupby(ordered, key=lambda finding: (finding.message, finding.rule)):
        found = list(group)
        names = sorted((finding.environment for finding in found), key=everywhere.index)
        yield found[0], "" if names == everywhere else f" [{', '.join(names)}]"


def _summary(reports: "Sequence[Report]") -> str:
    findings = sum(len(list(_places(report))) for report in reports)
    counts = {
        "stale": sum(bool(report.stale) for report in reports),
        "invalid": sum(bool(report.broken) for report in reports),
        "finding" if findings == 1 else "findings": findings,
    }
    found = ", ".join(f"{number} {name}" for name, number in counts.items() if number)
    return f"{len(reports)} {'chart' if len(reports) == 1 else 'charts'} checked: {found or 'all is well'}"
