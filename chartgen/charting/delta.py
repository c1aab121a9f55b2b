"""values-<environment>.yaml: the least that turns values.yaml into the environment's full values.

Helm merges maps key by key and replaces everything else; a null takes a key away that values.yaml has.
"""

from collections.abc import Mapping
from typing import Any


def delta(base: Mapping[str, Any], full: Mapping[str, Any]) -> dict[str, Any]:
    """What differs from ``base``, in ``full``'s order, and null for what ``full`` lacks."""
    changed: dict[str, Any] = {}
    for key, value in full.items():
        if key not in base:
            changed[key] = value
        elif value != base[key] or type(value) is not type(base[key]):
            lower = base[key]
            both = isinstance(lower, Mapping) and isinstance(value, Mapping)
            changed[key] = delta(lower, value) if both else value
    return changed | dict.fromkeys(key for key in base if key not in full)


def applied(base: Mapping[str, Any], changed: Mapping[str, Any]) -> dict[str, Any]:
    """The way back, as Helm goes it: ``changed`` laid over ``base``, without what is null there."""
    both = {**base, **{key: _over(base.get(key), value) for key, value in changed.items()}}
    return {key: value for key, value in both.items() if value is not None}


def _over(lower: Any, value: Any) -> Any:
    if isinstance(value, Mapping):
        return applied(lower if isinstance(lower, Mapping) else {}, value)
    return value
