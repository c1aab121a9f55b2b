"""The program: from the words of the command line to an exit status.

0 clean; 1 findings; 2 invalid input or usage; 3 stale or hand-edited; 4 an outside tool is missing or failed;
5 a bug in chartgen; 130 interrupted; 141 nobody reads the output any more.
"""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO, cast

from chartgen.version import VERSION

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> None:
    """Run the command line; never returns without an exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        status = _status(words)
        for stream in (sys.stdout, sys.stderr):
            _flush(stream)
    except KeyboardInterrupt:
        status = INTERRUPTED
    raise SystemExit(status)


def _status(words: Sequence[str]) -> int:
    if words == ["--version"]:
        return _print_version()
    gc.disable()  # a run is short, and what it makes stays: of a thousand services a third of the time went here
    _speak_utf8()
    from chartgen.cli.app import run  # noqa: PLC0415 - `--version` answers before typer is imported

    return run(words)


def _print_version() -> int:
    with suppress(OSError):  # a pipe that nobody reads
        sys.stdout.write(f"chartgen {VERSION}\n")
    return 0


def _speak_utf8() -> None:
    """Manifests are UTF-8 whatever the locale is; a file name that is not UTF-8 comes out as it is on disk."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")


def _flush(stream: TextIO | None) -> None:
    """Give a pipe that nobody reads no occasion for a traceback at exit."""
    try:
        if stream:
            stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), cast("TextIO", stream).fileno())
