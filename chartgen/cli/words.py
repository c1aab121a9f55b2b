"""What all commands share: their argument types, how messages look, the progress bar."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timezone
from os import environ
from typing import TYPE_CHECKING, Annotated

import typer

from chartgen.errors import ChartgenError, InvalidInput, Message, invalid

if TYPE_CHECKING:
    from pathlib import Path

Services = Annotated[
    list[str] | None, typer.Argument(help="Names or paths of services; all of the project by default.", show_default=False)
]
Environment = Annotated[
    str, typer.Option("--environment", "-e", help="The environment; values.yaml alone by default.", show_default=False)
]
HelmPath = Annotated[
    str | None, typer.Option("--helm", help="The helm executable to use, in place of the embedded one.", show_default=False)
]
Today = Annotated[
    str | None, typer.Option(help="Today's date for waivers, as 2027-01-31; else SOURCE_DATE_EPOCH, else the clock.")
]

_LONG = 20
"""Services from which on a progress bar is worth its lines."""


def shown(path: "Path") -> str:
    """A path as messages name it."""
    from chartgen.project.lines import show  # noqa: PLC0415 - pydantic comes with it

    return show(path)


def print_error(error: ChartgenError) -> None:
    """The problem, or each of several, with what to type."""
    if isinstance(error, InvalidInput):
        for message in error.messages:
            print_message(message)
        return
    typer.secho(f"error: {error}", fg="red", err=True)
    _print_hint(error.hint)


def print_message(message: Message, title: str = "error") -> None:
    """``error: file:line: field: what is wrong``, and the hint below it."""
    typer.secho(f"{title}: {message}", fg="red", err=True)
    _print_hint(message.hint)


def _print_hint(hint: str) -> None:
    if hint:
        typer.echo(f"hint: {hint}", err=True)


def day(given: str | None) -> date:
    """Today: as given, else from SOURCE_DATE_EPOCH, else the clock's."""
    if given:
        try:
            return date.fromisoformat(given)
        except ValueError:
            raise invalid("--today", f"{given!r} is not a day", hint="--today 2027-01-31") from None
    if epoch := environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), tz=timezone.utc).date()
    return datetime.now(tz=timezone.utc).date()


@contextmanager
def progress(title: str, length: int) -> Iterator[Callable[[], None]]:
    """A bar on a terminal where there is much to do; yields what to call when one is done."""
    if length < _LONG or not sys.stderr.isatty():
        yield lambda: None
        return
    with typer.progressbar(length=length, label=title, file=sys.stderr) as bar:
        yield lambda: bar.update(1)
