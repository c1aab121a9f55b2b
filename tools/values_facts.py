"""Writes what follows from the values' models: ``python -m tools.values_facts``."""

import json
from pathlib import Path

from chartgen.charting.values_facts import FILE, NAMESPACE
from chartgen.charting.values_models.derive import derive, derive_namespace


def files() -> dict[Path, str]:
    """Path and text of what is generated."""
    return {FILE: _text(derive()), NAMESPACE: _text(derive_namespace())}


def _text(facts: dict[str, object]) -> str:
    return json.dumps(facts, indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for path, text in files().items():
        path.write_text(text, encoding="utf-8")
