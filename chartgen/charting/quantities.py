"""Regular expressions for quantities within bounds: a JSON Schema compares numbers, and no text such as ``512Mi``.

Whole numbers only, as chartgen writes them; each unit has its own bound.
"""

from chartgen.models.types import millis

_UNITS = ("", "m", "k", "Ki", "M", "Mi", "G", "Gi", "T", "Ti", "P", "Pi", "E", "Ei")


def within(least: str | None, most: str | None) -> str:
    """Quantities of at least, or at most, so much; of one bound only.

    Written for RE2: no look-ahead, so two bounds are two patterns.
    """
    if least is not None:
        return _of_units({unit: _at_least(-(-millis(least) // millis(f"1{unit}"))) for unit in _UNITS})
    return _of_units({unit: _at_most(millis(most or "0") // millis(f"1{unit}")) for unit in _UNITS})


def _of_units(numbers: dict[str, str]) -> str:
    """Units of one number side by side."""
    alike: dict[str, list[str]] = {}
    for unit, number in numbers.items():
        alike.setdefault(number, []).append(unit)
    return "^0*(" + "|".join(f"({number})({'|'.join(units)})" for number, units in alike.items()) + ")$"


def _at_least(number: int) -> str:
    """Whole numbers without leading zeros that are not below."""
    if number <= 0:
        return "[0-9]+"
    digits = str(number)
    larger = [_numbers(digits, place, int(digit) + 1, 9) for place, digit in enumerate(digits) if digit != "9"]
    return "|".join([f"[1-9][0-9]{{{len(digits)},}}", *larger, digits])


def _at_most(number: int) -> str:
    """Whole numbers without leading zeros that are not above; 0 is empty, since its zero is a leading one."""
    digits = str(number)
    shorter = [f"[1-9][0-9]{{0,{len(digits) - 2}}}"] if len(digits) > 1 else []
    least = [0 if place else 1 for place in range(len(digits))]
    smaller = [
        _numbers(digits, place, least[place], int(digit) - 1)
        for place, digit in enumerate(digits)
        if int(digit) > least[place]
    ]
    return "|".join(["", *shorter, *smaller, *([digits] if number else [])])


def _numbers(digits: str, place: int, least: int, most: int) -> str:
    """Numbers that are alike up to a place, have one of some digits there, and any after it."""
    after = len(digits) - place - 1
    here = str(least) if least == most else f"[{least}-{most}]"
    return f"{digits[:place]}{here}" + ("" if not after else "[0-9]" if after == 1 else f"[0-9]{{{after}}}")
