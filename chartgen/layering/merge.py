"""Lay the layers over one another, last one wins.

The rule is Helm's: mappings merge key by key; every other value (lists too) is replaced whole; None takes back what
lower layers said.
"""

from collections.abc import Iterable, Mapping
from typing import Any


def merge(layers: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """What all layers say together; nothing that went in is changed."""
    merged: dict[str, Any] = {}
    for layer in layers:
        merged = overlay(merged, layer)
    return merged


def overlay(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """One mapping over another."""
    merged = dict(below)
    for key, value in above.items():
        lower = merged.get(key)
        both = isinstance(lower, Mapping) and isinstance(value, Mapping)
        merged[key] = overlay(lower, value) if both else value  # type: ignore[arg-type]
    return merged
