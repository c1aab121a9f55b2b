"""What is known of values files: each section's schema, in the order of a reader, and each key's documentation.

Read from the committed files that ``values_models.derive`` makes.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_suffix(".json")
"""Of a service's values."""

NAMESPACE = Path(__file__).with_name("namespace_facts.json")
"""Of a namespace's values."""

KeyPath = tuple[str, ...]


def properties(file: Path = FILE) -> Mapping[str, dict[str, Any]]:
    """The schema of every section, in the order in which a reader meets them."""
    sections: dict[str, dict[str, Any]] = _facts(file)["properties"]
    return sections


@cache
def required(*of: str, file: Path = FILE) -> frozenset[str]:
    """The sections that values always have: of a ``chart`` or a ``component``, and of a workload's kind."""
    return frozenset(key for one in of for key in _facts(file)["required"][one])


@cache
def comments(file: Path = FILE) -> Mapping[KeyPath, str]:
    """The documentation of every key that has some of its own."""
    return {tuple(path.split(".")): text for path, text in _facts(file)["comments"].items()}


@cache
def _facts(file: Path) -> dict[str, Any]:
    facts: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return facts
