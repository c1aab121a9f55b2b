"""What a plain scalar is to Go's sigs.k8s.io/yaml, by which Helm and Kubernetes read everything."""

import math
import re

_TRUE = {"y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"}
_FALSE = {"n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE"}
_NULL = {"", "~", "null", "Null", "NULL"}
_INTEGER = re.compile(r"([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))")
_SIGN_AFTER_PREFIX = re.compile(r"0b([-+][01]{1,63})")
"""go-yaml cuts ``0b`` off and gives the rest to ParseInt, which takes a sign."""

_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_FRACTION = re.compile(r"\.[0-9]+(_[0-9]+)*([eE][-+]?[0-9]+(_[0-9]+)*)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_BASES = (16, 2, 8, 10)
_MAX_DIGITS = 70
_WHOLE_UNTIL = 1e21
"""Go's JSON prints floats below this without an exponent, so that they come back as integers."""


def resolve(plain: str) -> bool | int | float | str | None:
    """The value; raises ValueError for infinities and not-a-number, which have no JSON."""
    if plain in _TRUE:
        return True
    if plain in _FALSE:
        return False
    if plain in _NULL:
        return None
    if _NOT_FINITE.fullmatch(plain):
        raise ValueError(f"{plain} is no number in JSON")
    return _number(plain) if plain[0] in "0123456789+-." else plain


def _number(plain: str) -> int | float | str:
    if plain[0] == "." and not _FRACTION.fullmatch(plain):
        return plain
    digits = plain.replace("_", "")
    integer = _integer(digits)
    if integer is not None:
        return integer
    if not _FLOAT.fullmatch(digits):
        return plain
    number = float(digits)
    if math.isinf(number):
        return plain
    return int(number) if number.is_integer() and abs(number) < _WHOLE_UNTIL else number


def _integer(digits: str) -> int | None:
    """As ParseInt and ParseUint with base 0: 64 bits, a leading 0 is octal, only signed numbers have a sign."""
    if odd := _SIGN_AFTER_PREFIX.fullmatch(digits):
        return int(odd.group(1), 2)
    matched = _INTEGER.fullmatch(digits) if len(digits) <= _MAX_DIGITS else None
    if not matched:
        return None
    sign, *groups = matched.groups()
    number = next(int(group, base) for group, base in zip(groups, _BASES, strict=True) if group)
    if sign:
        number = -number if sign == "-" else number
        return number if -(2**63) <= number < 2**63 else None
    return number if number < 2**64 else None
