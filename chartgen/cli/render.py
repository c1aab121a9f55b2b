"""chartgen render: the manifests of one service in one environment, as Helm makes them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from chartgen.cli.words import Environment, HelmPath, Quiet, Today, Verbose, Voice, day, refuse_unknown_environment, say
from chartgen.errors import invalid

Service = Annotated[str, typer.Argument(metavar="SERVICE", help="Folder or path of the service.")]
Sets = Annotated[list[str] | None, typer.Option("--set", metavar="KEY=VALUE", help="A value, as Helm's own --set.")]
Files = Annotated[
    list[Path] | None, typer.Option("--values", "-f", metavar="PATH", help="A values file, after the environment's.")
]
Release = Annotated[
    str,
    typer.Option("--release", metavar="NAME", help="The release's name; the service's by default.", show_default=False),
]
Namespace = Annotated[str, typer.Option("--namespace", "-n", metavar="NAME", help="The release's namespace.")]


def render(
    service: Service,
    *,
    environment: Environment = "",
    sets: Sets = None,
    files: Files = None,
    release: Release = "",
    namespace: Namespace = "default",
    helm: HelmPath = None,
    today: Today = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Print the manifests of a service, as its file says now."""
    from chartgen import pipeline  # noqa: PLC0415 - what a command needs is imported when it runs
    from chartgen.helm import find  # noqa: PLC0415

    voice, project = Voice(quiet, verbose), pipeline.open_project(today=day(today))
    one = pipeline.plan(project, [service])[0]
    refuse_unknown_environment(one, environment)
    _refuse_missing(files or ())
    engine = find(helm)
    voice.remark_engine(engine)
    request = pipeline.Request(environment, release, namespace, sets or (), files or ())
    say(pipeline.render(project, one, engine, request), nl=False)


def _refuse_missing(files: Sequence[Path]) -> None:
    for file in files:
        if not file.is_file():
            raise invalid(str(file), "there is no such file", hint="-f takes a values file, from the working folder")
