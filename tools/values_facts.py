"""Writes what follows from the values' models: ``python -m tools.values_facts``."""

import json

from chartgen.charting.values_facts import FILE
from chartgen.charting.values_models.derive import derive


def text() -> str:
    """The committed file's content."""
    return json.dumps(derive(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
