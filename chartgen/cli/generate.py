"""chartgen generate: write the charts, touching only the files that change."""

from typing import TYPE_CHECKING, Annotated

import typer

from chartgen.cli.words import Services, progress, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chartgen.disk import Change, Chart

STALE = 3

Check = Annotated[bool, typer.Option("--check", help="Write nothing; exit 3 where a chart is not fresh.")]
Diff = Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite files edited by hand; a backup is kept.")]
ImageFiles = Annotated[
    bool, typer.Option("--image-files", help="Also make image-ENVIRONMENT.yaml where there is none; it is yours then.")
]


def generate(
    services: Services = None,
    *,
    check: Check = False,
    diff: Diff = False,
    force: Force = False,
    image_files: ImageFiles = False,
) -> None:
    """Write the charts, touching only the files that change."""
    from chartgen import pipeline  # noqa: PLC0415 - what a command needs is imported when it runs

    project = pipeline.open_project()
    with progress("Reading", pipeline.count(project, services)) as advance:
        plans = pipeline.plan(project, services, advance)
    if check or diff:
        stale = [_tell(chart, changes, diff=diff) for chart, changes in pipeline.changes(plans)]
        raise typer.Exit(STALE if stale and check else 0)
    for chart, changes in pipeline.generate(plans, force=force):
        _tell(chart, changes)
    for path in pipeline.make_image_files(plans) if image_files else ():
        typer.echo(f"{shown(path)}: made; it is yours from now on")


def _tell(chart: "Chart", changes: "Sequence[Change]", *, diff: bool = False) -> bool:
    """Say what changes in a chart; that it changes at all is the answer."""
    if diff:
        for change in changes:
            typer.echo(change.diff(shown(chart.folder)), nl=False)
        return True
    names = [change.path for change in changes]
    listed = ", ".join(names[:4]) + (f" and {len(names) - 4} more" if len(names) > 4 else "")
    typer.echo(f"{shown(chart.folder)}: {listed}")
    return True
