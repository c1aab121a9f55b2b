"""chartgen render: the manifests of one service in one environment, as Helm makes them."""

from pathlib import Path
from typing import Annotated

import typer

from chartgen.cli.words import Environment, HelmPath
from chartgen.errors import invalid

Service = Annotated[str, typer.Argument(help="Name or path of the service.")]
Sets = Annotated[list[str] | None, typer.Option("--set", help="A value, as Helm's own --set.", show_default=False)]
Files = Annotated[
    list[Path] | None, typer.Option("--values", "-f", help="A values file, after the environment's.", show_default=False)
]
Release = Annotated[str, typer.Option(help="The release's name; the service's by default.", show_default=False)]
Namespace = Annotated[str, typer.Option("--namespace", "-n", help="The release's namespace.")]


def render(
    service: Service,
    *,
    environment: Environment = "",
    sets: Sets = None,
    files: Files = None,
    release: Release = "",
    namespace: Namespace = "default",
    helm: HelmPath = None,
) -> None:
    """Print the manifests of a service, rendered by Helm from what its file says now."""
    from chartgen import pipeline  # noqa: PLC0415 - what a command needs is imported when it runs
    from chartgen.helm import find  # noqa: PLC0415

    project = pipeline.open_project()
    one = pipeline.plan(project, [service])[0]
    if environment and environment not in one.environments:
        known = ", ".join(one.environments) or "none"
        raise invalid(service, f"has no environment {environment!r}; there are {known}")
    request = pipeline.Request(environment, release, namespace, sets or (), files or ())
    typer.echo(pipeline.render(project, one, find(helm), request), nl=False)
