"""chartgen check: everything that CI wants to know of the charts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from chartgen.cli.words import HelmPath, Services, Today, day, print_message, progress, shown

if TYPE_CHECKING:
    from chartgen.pipeline import Report

FINDINGS, INVALID, STALE = 1, 2, 3


def check(services: Services = None, *, helm: HelmPath = None, today: Today = None) -> None:
    """Check that charts are fresh, lint and render in every environment, are valid and free of findings."""
    from chartgen import pipeline  # noqa: PLC0415 - what a command needs is imported when it runs
    from chartgen.helm import find  # noqa: PLC0415

    project, until = pipeline.open_project(), day(today)
    engine = find(helm)
    plans = pipeline.plan(project, services)
    with progress("Checking", len(plans)) as advance:
        reports = pipeline.check(project, plans, engine, until, advance)
    for report in reports:
        _tell(report)
    _summary(reports)
    raise typer.Exit(status(reports))


def status(reports: "Sequence[Report]") -> int:
    """Of several, what weighs most: invalid, stale, findings."""
    if any(report.broken for report in reports):
        return INVALID
    if any(report.stale for report in reports):
        return STALE
    return FINDINGS if any(report.findings for report in reports) else 0


def _tell(report: "Report") -> None:
    folder = shown(report.plan.chart.folder)
    if report.stale:
        typer.secho(f"stale: {folder}: {', '.join(change.path for change in report.stale)}", fg="red", err=True)
        typer.echo(f"hint: chartgen generate {report.plan.service.service.name}", err=True)
    for problem in report.broken:
        typer.secho(f"error: {folder}: {problem}", fg="red", err=True)
    for finding in report.findings:
        where = f" [{finding.environment}]" if finding.environment else ""
        print_message(finding.message, f"{finding.rule}{where}")


def _summary(reports: "Sequence[Report]") -> None:
    counts = {
        "stale": sum(bool(report.stale) for report in reports),
        "invalid": sum(bool(report.broken) for report in reports),
        "findings": sum(len(report.findings) for report in reports),
    }
    found = ", ".join(f"{number} {name}" for name, number in counts.items() if number)
    typer.echo(f"{len(reports)} {'chart' if len(reports) == 1 else 'charts'} checked: {found or 'all is well'}")
