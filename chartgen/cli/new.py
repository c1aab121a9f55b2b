"""chartgen new: a service file that type-checks, and its chart, which passes ``check`` at once."""

from pathlib import Path
from typing import Annotated

import typer

from chartgen.cli.words import shown

Name = Annotated[str | None, typer.Argument(help="The service's name, which is its folder's too.", show_default=False)]
Presets = Annotated[list[str] | None, typer.Option("--preset", help="A preset; http-api by default.", show_default=False)]
Image = Annotated[str | None, typer.Option(help="The image, as ghcr.io/acme/orders-api:1.0.0.", show_default=False)]
Port = Annotated[int | None, typer.Option(help="The port that the process listens on.", show_default=False)]
Environments = Annotated[
    list[str] | None,
    typer.Option("--environment", "-e", help="An environment; staging and production by default.", show_default=False),
]
Yaml = Annotated[bool, typer.Option("--yaml", help="Write a data-only service.yaml in place of service.py.")]
DataFile = Annotated[
    Path | None,
    typer.Option(help="Many services: a YAML list of mappings with name, image, port, presets, environments.", show_default=False),
]


def new(
    name: Name = None,
    *,
    preset: Presets = None,
    image: Image = None,
    port: Port = None,
    environment: Environments = None,
    yaml: Yaml = False,
    data_file: DataFile = None,
) -> None:
    """Start a service: write its file and generate its chart; nothing that is there is overwritten."""
    from chartgen import pipeline, scaffold  # noqa: PLC0415 - what a command needs is imported when it runs

    wanted = scaffold.Wanted(name or "", image, port, preset, environment)
    many = scaffold.read_many(data_file, wanted) if data_file else [wanted]
    for folder, changes in pipeline.new(pipeline.open_project(), many, as_yaml=yaml):
        typer.echo(f"{shown(folder)}: {changes} files")
    typer.echo("Next: look at the service file, then run chartgen check")
