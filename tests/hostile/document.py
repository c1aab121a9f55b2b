"""A YAML document written so that the test, and not chartgen's reader, knows the line of every key."""

import json
from collections.abc import Mapping
from typing import Any

Path = tuple[str | int, ...]


def written(data: Mapping[str, Any]) -> tuple[str, dict[Path, int]]:
    """The text, a key or an item on each line, and the line of each."""
    lines: list[str] = []
    found: dict[Path, int] = {}
    _entries(data, (), lines, found)
    return "\n".join(lines) + "\n", found


def nested(path: Path, value: Any) -> Any:
    """The value below its keys and indexes."""
    for part in reversed(path):
        value = [value] if isinstance(part, int) else {part: value}
    return value


def laid_over(low: Any, high: Any) -> Any:
    """Maps key by key; the first of a list's items by the first."""
    if isinstance(low, dict) and isinstance(high, dict):
        return {**low, **{key: laid_over(low[key], value) if key in low else value for key, value in high.items()}}
    if isinstance(low, list) and isinstance(high, list) and low and high:
        return [laid_over(low[0], high[0]), *high[1:]]
    return high


def _entries(data: Any, path: Path, lines: list[str], found: dict[Path, int]) -> None:
    indent = "  " * len(path)
    for key, value in data.items() if isinstance(data, Mapping) else enumerate(data):
        below, mark = (*path, key), f"{indent}{json.dumps(key, ensure_ascii=False)}:"
        found[below] = len(lines) + 1
        if not isinstance(value, (Mapping, list)) or not value:
            lines.append(f"{indent if isinstance(key, int) else mark}{'-' * isinstance(key, int)} {_flow(value)}")
        elif isinstance(key, int):  # what is in the item starts beside its dash
            _entries(value, below, lines, found)
            first = found[below] - 1
            lines[first] = f"{indent}- {lines[first][len(indent) + 2 :]}"
        else:
            lines.append(mark)
            _entries(value, below, lines, found)


def _flow(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
