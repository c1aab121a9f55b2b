"""chartgen schema: the JSON Schema of service.yaml or namespace.yaml, for editors."""

from typing import Annotated

import typer

from chartgen.cli.words import Kind, say

Of = Annotated[Kind, typer.Option("--kind", help="What the file describes.")]


def schema(kind: Of = Kind.service) -> None:
    """Print the JSON Schema of service.yaml or namespace.yaml, for editors."""
    from chartgen.project import yaml_schema  # noqa: PLC0415 - what a command needs is imported when it runs

    text = yaml_schema.namespace_schema() if kind is Kind.namespace else yaml_schema.service_schema()
    say(text, nl=False)
