"""chartgen schema: the JSON Schema of service.yaml, for editors."""

from chartgen.cli.words import say


def schema() -> None:
    """Print the JSON Schema of service.yaml, for editors."""
    from chartgen.project.yaml_schema import service_schema  # noqa: PLC0415 - what a command needs is imported when it runs

    say(service_schema(), nl=False)
