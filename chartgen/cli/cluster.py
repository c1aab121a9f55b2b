"""What the commands that ask a cluster share: its options, and how a service becomes a release there."""

import gc
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chartgen.cli.words import refuse_unknown_environment

if TYPE_CHECKING:
    from chartgen.cluster.client import Client
    from chartgen.cluster.connection import Where
    from chartgen.cluster.release import Release

Namespace = Annotated[
    str,
    typer.Option(
        "--namespace",
        "-n",
        metavar="NAME",
        help="The release's namespace; the context's by default.",
        show_default=False,
    ),
]
Context = Annotated[
    str,
    typer.Option(
        "--context", metavar="NAME", help="The kubeconfig's context; the current one by default.", show_default=False
    ),
]
Kubeconfig = Annotated[
    Path | None, typer.Option("--kubeconfig", metavar="PATH", help="The kubeconfig, in place of KUBECONFIG.")
]


def find(service: str, environment: str, release: str, where: "Where") -> "tuple[Client, Release]":
    """The release that is meant, and its cluster."""
    from chartgen import pipeline, running  # noqa: PLC0415 - what a command needs is imported when it runs

    gc.enable()  # this may run for long
    one = pipeline.plan(pipeline.open_project(), [service])[0]
    refuse_unknown_environment(one, environment)
    meant = running.release_of(one, environment, release)
    return running.connect(where), meant
