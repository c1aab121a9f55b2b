"""The commands by name, and the one place where errors become words."""

import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typer

from chartgen.cli import check, explain, generate, new, presets, render, schema, status, wait
from chartgen.cli.words import print_error, print_problem
from chartgen.errors import ChartgenError, ToolError
from chartgen.version import VERSION

app = typer.Typer(
    name="chartgen",
    help="Helm charts from typed Python: describe a service once, generate its chart, keep it fresh.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.command()(new.new)
app.command()(generate.generate)
app.command()(render.render)
app.command()(check.check)
app.command()(explain.explain)
app.add_typer(presets.app, name="presets")
app.command()(schema.schema)
app.command()(status.status)
app.command()(wait.wait)

USAGE = 2
GONE = 2
BUG = 5
INTERRUPTED = 130
CLOSED_PIPE = 141

_WrongWords: type[Exception] = typer.BadParameter.__mro__[2]
"""What every mistake in the words of a command is; Typer has it from Click, or from a Click of its own."""


@app.callback(invoke_without_command=True)
def _options(version: bool = typer.Option(False, "--version", help="Show the version and exit.")) -> None:  # noqa: FBT001, FBT003 - typer's way
    if version:
        typer.echo(f"chartgen {VERSION}")
        raise typer.Exit


def run(words: Sequence[str]) -> int:
    """Run one command and return its exit status, also where nobody hears what it has to say."""
    try:
        return _run(words)
    except BrokenPipeError:
        return CLOSED_PIPE
    except ToolError as error:
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(words: Sequence[str]) -> int:
    try:
        return app(args=list(words), prog_name="chartgen", standalone_mode=False) or 0
    except ChartgenError as error:
        print_error(error)
        return error.exit_code
    except _WrongWords as error:
        _print_usage(error)
        return USAGE
    except typer.Abort:
        return INTERRUPTED
    except SystemExit:  # Click's answer to a pipe that nobody reads
        return CLOSED_PIPE
    except Exception:  # noqa: BLE001 - what is not foreseen is a bug, and says so
        return _unforeseen()


def _unforeseen() -> int:
    if not _has_working_folder():
        print_problem("error", "the working folder is gone", "cd to a folder that is there")
        return GONE
    traceback.print_exc()
    sys.stderr.write("This is a bug in chartgen: please report it with the lines above.\n")
    return BUG


def _has_working_folder() -> bool:
    """Whoever removes it while a command runs takes away what every relative path begins with."""
    try:
        Path.cwd()
    except OSError:
        return False
    return True


def _print_usage(error: Any) -> None:
    """What is wrong with the words, in the form of all messages; without any words, the help."""
    if type(error).__name__ == "NoArgsIsHelpError":
        error.show()
        return
    command, text = error.ctx.command_path if error.ctx else "chartgen", str(error.format_message())
    text, _, guess = text.partition(" Did you mean ")
    text, _, options = text.partition(" (Possible options: ")
    guess = guess or options.removesuffix(")")
    hint = f"did you mean {guess.rstrip('?')}?" if guess else f"{command} --help"
    print_problem("error", f"{command}: {text[:1].lower()}{text[1:].rstrip('.')}", hint)
