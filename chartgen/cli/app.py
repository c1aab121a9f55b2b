"""The commands by name, and the one place where errors become words."""

import sys
import traceback
from collections.abc import Sequence

import click
import typer

from chartgen.cli import check, generate, new, render, schema
from chartgen.cli.words import print_error
from chartgen.errors import ChartgenError

app = typer.Typer(
    name="chartgen",
    help="Helm charts from typed Python: describe a service once, generate its chart, keep it fresh.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(new.new)
app.command()(generate.generate)
app.command()(render.render)
app.command()(check.check)
app.command()(schema.schema)

BUG = 5
INTERRUPTED = 130


@app.callback(invoke_without_command=True)
def _options(version: bool = typer.Option(False, "--version", help="Show the version and exit.")) -> None:  # noqa: FBT001, FBT003 - typer's way
    if version:
        from importlib.metadata import version as installed  # noqa: PLC0415 - 10 ms, and only here

        typer.echo(f"chartgen {installed('chartgen')}")
        raise typer.Exit


def run(words: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    try:
        return app(args=list(words), standalone_mode=False) or 0
    except ChartgenError as error:
        print_error(error)
        return error.exit_code
    except click.exceptions.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return 2
    except Exception:  # noqa: BLE001 - what is not foreseen is a bug, and says so
        traceback.print_exc()
        sys.stderr.write("This is a bug in chartgen: please report it with the lines above.\n")
        return BUG
