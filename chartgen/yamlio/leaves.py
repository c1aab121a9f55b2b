"""Write one key or one scalar so that Helm reads back what was given."""

import math
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from chartgen.yamlio.text import CONTROL, MAX_INTEGER, WORDS

MAX_KEY = 1000
"""YAML gives up looking for the colon after 1024 characters."""


def key_text(key: str) -> str:
    """A mapping's key, plain or quoted."""
    if not isinstance(key, str):
        raise TypeError(f"the key {key!r} is not text")
    written = _inline(key)
    if len(written) > MAX_KEY:
        raise ValueError(f"the key {key[:40]!r}… is longer than {MAX_KEY} characters")
    return written


def leaf(value: Any, indent: str) -> str:
    """A scalar or an empty collection, as it stands behind a key of that indent; a block of text has lines below."""
    if isinstance(value, str):
        return _block(value, indent + "  ") if "\n" in value and _is_clean(value) else _inline(value)
    if value is None or isinstance(value, bool):
        return _CONSTANTS[value]
    if isinstance(value, int | float):
        return _number(value)
    return _empty(value)


_CONSTANTS = {None: "null", True: "true", False: "false"}
_QUANTITY = r"[1-9][0-9]*(?:m|k|Ki|M|Mi|G|Gi|T|Ti)"
_WORD = r"[A-Za-z][A-Za-z0-9_/-]*(?:\.[A-Za-z0-9_/-]+)*"
_PATH = r"/[A-Za-z0-9_/-]*(?:\.[A-Za-z0-9_/-]+)*"
_PLAIN = re.compile(rf"{_WORD}|{_PATH}|{_QUANTITY}|sha256:[0-9a-f]{{64}}")
_CLEAN = re.compile(r"[!-~](?:[\t -~¡-¬®-ɏ]|\n(?!\n\Z))*")
_SPACE_AT_END = re.compile(r"[\t ](?:\n|\Z)")
_NEVER_PLAIN = WORDS | {"nan", "inf"}
_SIXTEEN_BITS = 0xFFFF
_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


@lru_cache(maxsize=8192)
def _inline(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.lower() not in _NEVER_PLAIN:
        return text
    if found := CONTROL.search(text):
        raise ValueError(f"text holds the control character U+{ord(found.group()):04X}")
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(character: str) -> str:
    """Printable characters as they are; others, and all beyond 16 bits, by number (Helm reads no surrogate pairs)."""
    if character in _ESCAPED:
        return _ESCAPED[character]
    code = ord(character)
    if code > _SIXTEEN_BITS:
        return f"\\U{code:08x}"
    return character if character.isprintable() else f"\\u{code:04x}"


def _is_clean(text: str) -> bool:
    """Lines of Latin text that a block gives back exactly: neither end is blank, and no line ends in spaces."""
    return bool(_CLEAN.fullmatch(text)) and not _SPACE_AT_END.search(text)


def _block(text: str, indent: str) -> str:
    lines = text.removesuffix("\n").split("\n")
    mark = "|" if text.endswith("\n") else "|-"
    return "\n".join([mark, *(f"{indent}{line}" if line else "" for line in lines)])


def _number(value: float) -> str:
    if isinstance(value, int):
        if abs(value) > MAX_INTEGER:
            raise ValueError(f"{value} is beyond 2^53, where Helm loses digits")
        return str(value)
    if not math.isfinite(value):
        raise ValueError(f"{value} is no number in JSON")
    mantissa, mark, exponent = repr(value).partition("e")
    return f"{mantissa}.0e{exponent}" if mark and "." not in mantissa else repr(value)


def _empty(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{}"
    if isinstance(value, list | tuple):
        return "[]"
    raise TypeError(f"{type(value).__name__} is not YAML data")
