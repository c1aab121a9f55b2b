"""Other values than the one that stands: what is changed to see what depends on it.

Nothing is known of what a value means, so several are tried, and those that the models refuse are passed over.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import ValidationError

MARK = "explained"
"""A text that stands nowhere else."""

_LAST_DIGIT = re.compile(r"\d(?=\D*$)")
_FIRST_LETTER = re.compile(r"[a-z]")
_EXPECTED = re.compile(r"'([^']*)'")


def in_values(value: Any) -> Sequence[Any]:
    """In place of a value of values.yaml, for templates, which take anything."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, (int, float)):
        return [value + 1, 0]
    if isinstance(value, str):
        return [f"{value}-{MARK}" if value else MARK, ""]
    return [{MARK: MARK}, [MARK]] if not value else []


def in_a_field(value: Any) -> Sequence[Any]:
    """In place of a field's value, the likely ones first."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return [value + 1, value - 1, 0, 1, 2 * value + 1, 10 * value]
    if isinstance(value, float):
        return [value + 1, value / 2]
    if isinstance(value, str):
        return list(dict.fromkeys(_texts(value)))
    return [True, 2, MARK, "1"] if value is None else []


def allowed(error: ValidationError) -> list[Any]:
    """The words of which a field takes one, where it was given none of them."""
    found = [detail for detail in error.errors(include_url=False) if detail["type"] in ("literal_error", "enum")]
    return [word for detail in found for word in _EXPECTED.findall(detail.get("ctx", {}).get("expected", ""))]


def _texts(value: str) -> Iterator[str]:
    """A number in it counted up, something behind it, in front of it, another letter in it."""
    yield _LAST_DIGIT.sub(lambda found: str((int(found[0]) + 1) % 10), value)
    yield _LAST_DIGIT.sub(lambda found: str((int(found[0]) - 1) % 10), value)
    yield f"{value}x"
    yield f"x{value}"
    yield _FIRST_LETTER.sub(lambda found: "b" if found[0] == "a" else "a", value, count=1)
    yield from (MARK, "1", "/explained", "UTC")
