"""When something recurs: cron schedules and time zones, read as Kubernetes and KEDA read them (robfig/cron).

No library reads this dialect: in those for Python 7 is a Sunday, or ``L`` and ``#`` are known, or seconds are.
Source: https://pkg.go.dev/github.com/robfig/cron/v3#hdr-CRON_Expression_Format
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Annotated, NoReturn

from pydantic import AfterValidator, Field

TIME_ZONES = Path(__file__).with_name("time_zones.txt")
"""Every name of the IANA database, made by ``tools.time_zones``: what a host has installed must not decide."""

CRON = r"^[!-~]+( +[!-~]+)*$"
TIME_ZONE = r"^[A-Za-z][-+_/0-9A-Za-z]*$"


def schedule(text: str) -> str:
    """A schedule of a CronJob, as it was written.

    Raises ValueError for what the scheduler could not read, and for a date that never comes.
    """
    if "TZ=" in text:
        msg = "holds a time zone, which Kubernetes refuses here; write it as time_zone"
        raise ValueError(msg)
    if text.startswith("@"):
        return _macro(text)
    return five_fields(text)


def five_fields(text: str) -> str:
    """A schedule of five fields, without macros, as KEDA's cron trigger takes it.

    Raises ValueError as ``schedule`` does.
    """
    fields = text.split()
    if len(fields) != len(_FIELDS):
        msg = f"has {len(fields)} fields; five belong here: minute, hour, day of the month, month, day of the week"
        raise ValueError(msg)
    said = [_read(part, field) for part, field in zip(fields, _FIELDS, strict=True)]
    _refuse_what_never_comes(text, days=said[2], months=said[3], weekdays=said[4])
    return text


def time_zone(name: str) -> str:
    """A time zone's name, as it was written. Raises ValueError for one that the IANA database lacks."""
    if name not in _time_zones():
        by_fold = {known.casefold(): known for known in _time_zones()}
        close = get_close_matches(name.casefold(), by_fold, n=1, cutoff=0.6)
        meant = f"; did you mean {by_fold[close[0]]!r}?" if close else "; write one such as 'Europe/Berlin' or 'UTC'"
        msg = f"is {name!r}, which is no time zone of the IANA database{meant}"
        raise ValueError(msg)
    return name


Schedule = Annotated[str, Field(pattern=CRON, max_length=100), AfterValidator(schedule)]
"""A cron schedule: ``30 2 * * *``, or a macro such as ``@daily``."""

FiveFields = Annotated[str, Field(pattern=CRON, max_length=100), AfterValidator(five_fields)]
"""A cron schedule without macros."""

TimeZone = Annotated[str, Field(pattern=TIME_ZONE, max_length=64), AfterValidator(time_zone)]
"""An IANA time zone: ``Europe/Berlin``."""

_MACROS = ("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly")
_EVERY = re.compile(r"@every ([0-9]+(\.[0-9]+)?(h|m|s))+")
_LONGEST_MONTHS = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}


@dataclass(frozen=True)
class _Field:
    """One of the five: its name, its bounds, and the names that its numbers have."""

    title: str
    least: int
    most: int
    names: Mapping[str, int]


@dataclass(frozen=True)
class _Said:
    """What a field says: its numbers, and whether it leaves the choice (``*``)."""

    numbers: frozenset[int]
    any: bool


def _numbered(names: str, start: int) -> Mapping[str, int]:
    return {name: number for number, name in enumerate(names.split(), start)}


_FIELDS: Sequence[_Field] = (
    _Field("the minute", 0, 59, {}),
    _Field("the hour", 0, 23, {}),
    _Field("the day of the month", 1, 31, {}),
    _Field("the month", 1, 12, _numbered("jan feb mar apr may jun jul aug sep oct nov dec", 1)),
    _Field("the day of the week", 0, 6, _numbered("sun mon tue wed thu fri sat", 0)),
)


@cache
def _time_zones() -> frozenset[str]:
    return frozenset(TIME_ZONES.read_text(encoding="utf-8").split())


def _macro(text: str) -> str:
    if text not in _MACROS and not _EVERY.fullmatch(text):
        msg = f"is {text!r}; the macros are {', '.join(_MACROS)} and @every with a duration such as 90m"
        raise ValueError(msg)
    return text


def _read(text: str, field: _Field) -> _Said:
    """The numbers of a list of ranges."""
    ranges = [_range(part, field) for part in text.split(",")]
    return _Said(frozenset(number for one in ranges for number in one.numbers), any(one.any for one in ranges))


def _range(text: str, field: _Field) -> _Said:
    """``*``, ``5``, ``1-5``, each with a step behind it; ``5/10`` begins at 5 and goes on to the end."""
    span, slash, step_text = text.partition("/")
    step = _number(step_text, {}, field, text) if slash else 1
    if step == 0:
        _refuse(field, text, "steps of 0 lead nowhere")
    low, dash, high = span.partition("-")
    if low in ("*", "?") and not dash:
        return _Said(frozenset(range(field.least, field.most + 1, step)), any=step == 1)
    first = _number(low, field.names, field, text)
    last = _number(high, field.names, field, text) if dash else field.most if slash else first
    _refuse_outside(first, last, field, text)
    return _Said(frozenset(range(first, last + 1, step)), any=False)


def _number(text: str, names: Mapping[str, int], field: _Field, within: str) -> int:
    if text.lower() in names:
        return names[text.lower()]
    if not re.fullmatch(r"[0-9]{1,4}", text):
        known = f" or a name such as {next(iter(names))}" if names else ""
        _refuse(field, within, f"{text!r} is no number{known}" if text else "a number is missing")
    return int(text)


def _refuse_outside(first: int, last: int, field: _Field, text: str) -> None:
    if first < field.least or last > field.most:
        wrong = first if first < field.least or last == first else last
        sunday = "; Sunday is 0" if field.most == 6 and wrong == 7 else ""
        _refuse(field, text, f"{wrong} is not within {field.least} and {field.most}{sunday}")
    if first > last:
        _refuse(field, text, f"{first} comes after {last}")


def _refuse(field: _Field, text: str, why: str) -> NoReturn:
    msg = f"has {text!r} for {field.title}: {why}"
    raise ValueError(msg)


def _refuse_what_never_comes(text: str, *, days: _Said, months: _Said, weekdays: _Said) -> None:
    """Where day and weekday are both restricted, either will do; else the day has to be in one of the months."""
    if days.any or not weekdays.any:
        return
    if all(min(days.numbers) > _LONGEST_MONTHS.get(month, 31) for month in months.numbers):
        msg = f"is {text!r}, a date that never comes"
        raise ValueError(msg)
