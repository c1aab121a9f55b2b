"""chartgen generate: write the charts, touching only the files that change."""

from typing import TYPE_CHECKING, Annotated

import typer

from chartgen.cli.words import (
    Quiet,
    Services,
    Today,
    Verbose,
    Voice,
    because,
    day,
    listed,
    print_message,
    print_stale,
    progress,
    say,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chartgen.pipeline import Plan

STALE = 3

Check = Annotated[bool, typer.Option("--check", help="Write nothing; exit 3 where a chart is not fresh.")]
Diff = Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite files edited by hand; a backup is kept.")]
ImageFiles = Annotated[
    bool, typer.Option("--image-files", help="Also make image-ENVIRONMENT.yaml where there is none; it is yours then.")
]
AllowBreaking = Annotated[
    bool,
    typer.Option("--allow-breaking", help="Write charts too that an upgrade needs help with; the help is shown."),
]


def generate(
    services: Services = None,
    *,
    check: Check = False,
    diff: Diff = False,
    force: Force = False,
    image_files: ImageFiles = False,
    allow_breaking: AllowBreaking = False,
    today: Today = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Write the charts, touching only the files that change."""
    from chartgen import pipeline  # noqa: PLC0415 - what a command needs is imported when it runs

    voice, project = Voice(quiet, verbose), pipeline.open_project(today=day(today))
    with progress("Reading", pipeline.count(project, services)) as advance:
        plans = pipeline.plan(project, services, advance)
    if check or diff:
        _compare(plans, voice, check=check, diff=diff)
        return
    notices: list[str] = []
    try:
        with progress("Writing", len(plans)) as advance:
            written = pipeline.generate(
                plans, force=force, allow_breaking=allow_breaking, on_done=advance, on_notice=notices.append
            )
    except BaseException:
        for notice in notices:  # where a backup is, must be told whatever comes after
            voice.note(notice)
        raise
    for one in plans:
        changes = written.get(one.chart.folder)
        if changes:
            voice.say(f"{shown(one.chart.folder)}: {listed(changes)}{because(changes)}")
        else:
            _remark_fresh(one, voice)
    for message in dict.fromkeys(message for one in plans for message in pipeline.deprecated(one)):
        print_message(message, "warning")
    for notice in notices:
        voice.note(notice)
    for path in pipeline.make_image_files(plans) if image_files else ():
        voice.say(f"{shown(path)}: made; it is yours from now on")


def _compare(plans: "Sequence[Plan]", voice: Voice, *, check: bool, diff: bool) -> None:
    """Write nothing; the diff is what was asked for, a chart that is not fresh is a problem under ``--check`` only."""
    from chartgen import pipeline  # noqa: PLC0415 - see above

    stale = False
    for one, changes in pipeline.changes(plans):
        if not changes:
            _remark_fresh(one, voice)
            continue
        stale = True
        if diff:
            say("".join(change.diff(shown(one.chart.folder)) for change in changes), nl=False)
        if check:
            print_stale(one.chart, changes)
    raise typer.Exit(STALE if stale and check else 0)


def _remark_fresh(one: "Plan", voice: Voice) -> None:
    voice.remark(f"{shown(one.chart.folder)}: unchanged")
