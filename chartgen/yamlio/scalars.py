"""What a plain scalar is, where every YAML reader agrees, and why it is refused where they do not.

YAML 1.1 (PyYAML, Ruby), YAML 1.2 (ruamel, editors) and Go's mixture of both (Helm, kubectl) read ``no``, ``010``,
``1e3`` and ``12:30`` in different ways. Rather than pick a dialect, a file says what it means.
"""

import re
from dataclasses import dataclass

from chartgen.yamlio.text import MAX_INTEGER, WORDS


@dataclass(frozen=True)
class Ambiguous:
    """A plain scalar that is refused: why, and what to write instead."""

    reason: str
    hint: str


def resolve(plain: str) -> bool | int | float | str | Ambiguous | None:
    """The value that every YAML reader sees in a plain scalar."""
    if plain in _CONSTANTS:
        return _CONSTANTS[plain]
    if plain[:1].isalpha() and plain.lower() not in WORDS:
        return plain
    if _NUMBER.fullmatch(plain):
        return _number(plain)
    bare = plain if plain[:1] == "_" else plain.replace("_", "")
    for pattern, reason, meant in _DISPUTED:
        if pattern.fullmatch(bare):
            return _ambiguous(plain, reason, meant)
    return plain


def shown(text: str) -> str:
    """A scalar in a message: quoted, and cut where it is long."""
    return repr(text if len(text) <= _SHOWN else text[:_SHOWN] + "…")


_SHOWN = 40
_CONSTANTS = {"true": True, "false": False, "null": None}
_NUMBER = re.compile(r"(0|-?[1-9][0-9]*)|-?(0|[1-9][0-9]{0,15})\.[0-9]{1,30}")
_TEXT_TO_OTHERS = "to some YAML readers and text to others"
_DIGITS = "the number in plain decimal digits"
# A pattern takes what it can and gives nothing back (``*+``): a scalar may be a megabyte of digits.
_DISPUTED = tuple(
    (re.compile(pattern), reason, meant)
    for pattern, reason, meant in (
        ("", "has no value", "null, {} or []"),
        ("(?i:y|yes|on|true)", f"is true {_TEXT_TO_OTHERS}", "true"),
        ("(?i:n|no|off|false)", f"is false {_TEXT_TO_OTHERS}", "false"),
        ("(?i:~|null)", f"is nothing {_TEXT_TO_OTHERS}", "null"),
        (r"(?i:[-+]?\.(inf|nan))", "is a number that Helm cannot carry", ""),
        ("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt \t]+[0-9].*)?", f"is a date {_TEXT_TO_OTHERS}", ""),
        (r"[-+]?[0-9]++(:[0-5]?[0-9])++(\.[0-9]*+)?", f"is a number to base 60 {_TEXT_TO_OTHERS}", ""),
        ("(?i:[-+]?0[xob][0-9a-f]*)", f"is a number {_TEXT_TO_OTHERS}", _DIGITS),
        ("[-+]?0[0-9]+", "is octal to some YAML readers and decimal to others", _DIGITS),
        (r"(?i:[-+]?([0-9][0-9,]*+(\.[0-9]*+)?|\.[0-9]++)(e[-+]?[0-9]++)?)", f"is a number {_TEXT_TO_OTHERS}", _DIGITS),
        ("=", "is refused by some YAML readers", ""),
    )
)


def _number(plain: str) -> int | float | Ambiguous:
    if "." in plain:
        return float(plain)
    if len(plain) <= len(str(-MAX_INTEGER)) and abs(int(plain)) <= MAX_INTEGER:
        return int(plain)
    return _ambiguous(plain, "is beyond 2^53, where Helm loses digits", "")


def _ambiguous(plain: str, reason: str, meant: str) -> Ambiguous:
    text = f'"{plain}" for text' if len(plain) <= _SHOWN else "it in double quotes for text"
    hint = f"write {text}, or {meant}" if meant else f"write {text}"
    return Ambiguous(f"{shown(plain)} {reason}" if plain else reason, hint)
