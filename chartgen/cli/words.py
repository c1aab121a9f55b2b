"""What all commands share: their argument types, how they speak, the progress bar."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chartgen.errors import ChartgenError, InvalidInput, Message, ToolError, harmless, invalid

if TYPE_CHECKING:
    from chartgen.disk import Change, Chart
    from chartgen.helm import Engine
    from chartgen.pipeline import Plan

Services = Annotated[
    list[str] | None,
    typer.Argument(metavar="SERVICE", help="Folders or paths of services; all of the project by default."),
]
Environment = Annotated[
    str,
    typer.Option(
        "--environment", "-e", metavar="NAME", help="The environment; values.yaml alone by default.", show_default=False
    ),
]
HelmPath = Annotated[
    str | None, typer.Option("--helm", metavar="PATH", help="The helm executable to use, not the embedded one.")
]
Today = Annotated[
    str | None,
    typer.Option(
        "--today", metavar="DAY", help="The day that waivers are held against, as 2027-01-31; the clock's by default."
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say only what is wrong.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say also what is unchanged, and which Helm is used.")]


class Kind(StrEnum):
    """What a file describes."""

    service = "service"
    namespace = "namespace"


class Format(StrEnum):
    """How the answer is written."""

    text = "text"
    json = "json"


As = Annotated[Format, typer.Option("--format", help="For people, or for programs.")]


_LONG = 20
"""Services from which on a progress bar is worth its line."""

_MOST_NAMES = 4
"""File names in a line; of more, the number is said."""


@dataclass(frozen=True)
class Voice:
    """How much a command says; what is wrong is said always."""

    quiet: bool
    verbose: bool

    def __post_init__(self) -> None:
        """Raises InvalidInput where both are asked for."""
        if self.quiet and self.verbose:
            raise invalid("-q", "and -v exclude each other")

    def say(self, text: str) -> None:
        """What the command did."""
        if not self.quiet:
            say(text)

    def note(self, text: str) -> None:
        """What the user did not ask for and should know, such as where a backup is."""
        if not self.quiet:
            say(f"note: {text}", err=True)

    def remark(self, text: str) -> None:
        """What only the curious want to know."""
        if self.verbose:
            say(text, err=True)

    def remark_engine(self, engine: "Engine") -> None:
        """Which Helm does the work."""
        self.remark(f"rendering with {engine.name} {engine.version}")


def say(text: str, *, nl: bool = True, err: bool = False, red: bool = False) -> None:
    """Write to the standard output, or to the messages; in colour only on a terminal, and never with NO_COLOR.

    Raises ToolError where it can't be written, as on a full disk.
    """
    styled = typer.style(text, fg="red") if red and not environ.get("NO_COLOR") else text
    try:
        typer.echo(styled, nl=nl, err=err)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ToolError(f"the output can't be written: {error.strerror}") from None


def shown(path: Path) -> str:
    """A path as messages name it."""
    from chartgen.project.lines import show  # noqa: PLC0415 - pydantic comes with it

    return show(path)


def refuse_unknown_environment(one: "Plan", environment: str) -> None:
    """Raises InvalidInput for an environment that the service has not."""
    from chartgen.project.mistakes import suggestion  # noqa: PLC0415 - pydantic comes with it

    if environment and environment not in one.environments:
        hint = suggestion(environment, one.environments, otherwise=f"there are {', '.join(one.environments) or 'none'}")
        raise invalid(shown(one.service.path), f"has no environment {environment!r}", hint=hint)


def print_error(error: ChartgenError) -> None:
    """The problem, or each of several, with what to type."""
    if isinstance(error, InvalidInput):
        for message in error.messages:
            print_message(message)
    else:
        print_problem("error", str(error), error.hint)


def print_message(message: Message, title: str = "error") -> None:
    """``error: file:line: field: what is wrong``, and the hint below it."""
    print_problem(title, str(message), message.hint)


def print_problem(title: str, text: str, hint: str = "") -> None:
    """A problem in a line of its own, and what to type in the next."""
    say(f"{title}: {harmless(text)}", err=True, red=True)
    if hint:
        say(f"hint: {harmless(hint)}", err=True)


def print_stale(chart: "Chart", changes: "Sequence[Change]") -> None:
    """What of a chart on disk is not as it would be generated."""
    folder, service = shown(chart.folder), shown(chart.folder.parent)
    if len(changes) == len(chart.files) and all(change.before is None for change in changes):
        print_problem("stale", f"{folder}: there is no chart yet", f"chartgen generate {service}")
        return
    command = f"chartgen generate {service}"
    edited = any(change.kind == "edited" for change in changes)
    hint = f"{command} --diff, to see it; {command} --force, to overwrite it and keep a backup" if edited else command
    print_problem("stale", f"{folder}: {listed(changes)}{because(changes)}", hint)


def listed(changes: "Sequence[Change]") -> str:
    """The files of a chart that change, the edited ones first."""
    ordered = sorted(changes, key=lambda change: change.kind != "edited")
    names = [_named(change) for change in ordered[:_MOST_NAMES]]
    more = len(ordered) - len(names)
    return ", ".join(names) + (f" and {more} more" if more else "")


def because(changes: "Sequence[Change]") -> str:
    """Why a chart changes, in parentheses; "" where nobody but its service changed."""
    from chartgen.pipeline import reasons  # noqa: PLC0415 - it is there already where charts are compared

    found = reasons(changes)
    return f" ({'; '.join(found)})" if found else ""


def _named(change: "Change") -> str:
    if change.kind != "edited":
        return change.path
    return f"{change.path} ({change.by_hand} by hand)"


def day(given: str | None) -> date:
    """Today: as given, else from SOURCE_DATE_EPOCH, else the clock's."""
    from chartgen.project import day as days  # noqa: PLC0415 - pydantic comes with it

    return days.day(given)


@contextmanager
def progress(title: str, length: int) -> Iterator[Callable[[], None]]:
    """A bar on a terminal where there is much to do; yields what to call when one is done."""
    stream = typer.get_text_stream("stderr")
    if length < _LONG or not stream.isatty():
        yield lambda: None
        return
    with typer.progressbar(length=length, label=title, file=stream) as bar:
        yield lambda: bar.update(1)
