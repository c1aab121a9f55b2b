"""How much a test tries: less in a normal run, all of it where ``CHARTGEN_PROOF`` names a file for the counts.

``just proof`` sets it, and makes docs/proof.md of the counts; nothing else reads the variable.
"""

import json
import os
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

_COUNTS = os.environ.get("CHARTGEN_PROOF", "")

FULL = bool(_COUNTS)
"""All of it is asked for."""


def size(normal: int, full: int) -> int:
    """So many cases now, so many for a proof."""
    return full if FULL else normal


def tried(what: str, cases: int = 1) -> None:
    """Count cases that passed, for the row of that name in docs/proof.md; its test's failure is a case lost."""
    if FULL:
        test = os.environ.get("PYTEST_CURRENT_TEST", "").rpartition(" (")[0]
        note(Path(_COUNTS), {"test": test, "what": what, "cases": cases})


def proven() -> Collection[str]:
    """Tests that passed before the proof was interrupted."""
    return {line["test"] for line in noted(Path(_COUNTS)) if line.get("ended") == "passed"} if FULL else ()


def note(file: Path, line: Mapping[str, Any]) -> None:
    """Keep a line of a proof."""
    with file.open("a", encoding="utf-8") as end:
        end.write(json.dumps(line) + "\n")


def noted(file: Path) -> Sequence[Mapping[str, Any]]:
    """What a proof has noted: which run it is, then counts, and how tests ended; a line that was cut off is none."""
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True) if file.exists() else []
    return [json.loads(line) for line in lines if line.endswith("\n")]
