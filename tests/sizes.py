"""How much the hostile tests try: less in a normal run, all of it where ``CHARTGEN_PROOF`` names a file for the counts.

``just proof`` sets it, and makes docs/proof.md of the counts; nothing else reads the variable.
"""

import json
import os
from collections import Counter
from pathlib import Path

_COUNTS = os.environ.get("CHARTGEN_PROOF", "")
_done: Counter[str] = Counter()


def size(normal: int, full: int) -> int:
    """So many cases now, so many for a proof."""
    return full if _COUNTS else normal


def tried(what: str, cases: int = 1) -> None:
    """Count cases that passed; a case that fails is counted by its test."""
    _done[what] += cases
    if _COUNTS:
        with Path(_COUNTS).open("a", encoding="utf-8") as file:
            file.write(json.dumps({"what": what, "cases": cases}) + "\n")
