"""chartgen new: a service file that type-checks, and its chart, which passes ``check`` at once."""

from pathlib import Path
from typing import Annotated

import typer

from chartgen.cli.check import tell_findings
from chartgen.cli.words import Kind, Quiet, Verbose, Voice, shown
from chartgen.errors import invalid

Name = Annotated[str | None, typer.Argument(metavar="NAME", help="The service's name, which is its folder's too.")]
Presets = Annotated[
    list[str] | None,
    typer.Option(
        "--preset",
        metavar="NAME",
        help="A preset: http-api (the default), grpc-api, worker, queue-consumer, cron, stateful, agent, static-site "
        "or one of your own; chartgen presets list has all.",
    ),
]
Image = Annotated[
    str | None, typer.Option("--image", metavar="REFERENCE", help="The image, as ghcr.io/acme/orders-api:1.0.0.")
]
Port = Annotated[str | None, typer.Option("--port", metavar="NUMBER", help="The port that the process listens on.")]
Environments = Annotated[
    list[str] | None,
    typer.Option("--environment", "-e", metavar="NAME", help="An environment; staging and production by default."),
]
OfKind = Annotated[Kind, typer.Option("--kind", help="What to start: a service, or a namespace for a team.")]
Yaml = Annotated[bool, typer.Option("--yaml", help="Write a data-only service.yaml in place of service.py.")]
DataFile = Annotated[
    Path | None,
    typer.Option(
        "--data-file", metavar="PATH", help="Many services: a YAML list with name, image, port, presets, environments."
    ),
]


def new(
    name: Name = None,
    *,
    preset: Presets = None,
    image: Image = None,
    port: Port = None,
    environment: Environments = None,
    kind: OfKind = Kind.service,
    yaml: Yaml = False,
    data_file: DataFile = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Start a service, or a namespace: its file and its chart.

    Nothing that is there is overwritten.
    """
    from chartgen import pipeline, scaffold  # noqa: PLC0415 - what a command needs is imported when it runs

    if (name is None) == (data_file is None):
        raise invalid("chartgen new", "takes a name or a data file", hint="chartgen new orders-api")
    voice, project = Voice(quiet, verbose), pipeline.open_project()
    wanted = scaffold.Wanted(name, image, port, preset or None, environment or None, kind=kind.value)
    many = scaffold.read_many(data_file, wanted) if data_file else [wanted]
    for report in pipeline.new(project, many, Path.cwd(), as_yaml=yaml):
        chart, file = report.plan.chart, report.plan.service.path
        voice.say(f"{shown(file.parent)}: {len(chart.files) + 1} files")
        for path in (file, *(chart.folder / path for path in chart.files)):
            voice.remark(shown(path))
        tell_findings(report)
    voice.say("Next: look at the service file, then run chartgen check")
