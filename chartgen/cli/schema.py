"""chartgen schema: the JSON Schema of service.yaml, namespace.yaml or a preset's file, for editors."""

from enum import StrEnum
from typing import Annotated

import typer

from chartgen.cli.words import say


class Described(StrEnum):
    """What a data-only file may describe."""

    service = "service"
    namespace = "namespace"
    preset = "preset"


Of = Annotated[Described, typer.Option("--kind", help="What the file describes.")]


def schema(kind: Of = Described.service) -> None:
    """Print the JSON Schema of service.yaml, namespace.yaml or a preset's file, for editors."""
    from chartgen.project import yaml_schema  # noqa: PLC0415 - what a command needs is imported when it runs

    schemas = {
        Described.service: yaml_schema.service_schema,
        Described.namespace: yaml_schema.namespace_schema,
        Described.preset: yaml_schema.preset_schema,
    }
    say(schemas[kind](), nl=False)
