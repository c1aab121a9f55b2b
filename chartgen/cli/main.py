"""The program: one ``try`` for all of it, and the exit status of what went wrong.

0 clean; 1 findings; 2 invalid input or usage; 3 stale or hand-edited; 4 an outside tool is missing or failed;
5 a bug in chartgen.
"""

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> None:
    """Run the command line; never returns without an exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words == ["--version"]:
        _print_version()
        raise SystemExit(0)
    from chartgen.cli.app import run  # noqa: PLC0415 - `--version` answers before typer is imported

    raise SystemExit(run(words))


def _print_version() -> None:
    from importlib.metadata import version  # noqa: PLC0415 - 10 ms, and only here

    sys.stdout.write(f"chartgen {version('chartgen')}\n")
