"""Hypothesis strategies derived from models, so that a new field is covered the day it is born."""

from collections.abc import Mapping, Sequence
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from chartgen.models import types
from chartgen.models.base import MUST
from chartgen.models.schedule import CRON, TIME_ZONE
from chartgen.models.types import refuse_control_characters


def _is_text(character: str) -> bool:
    try:
        refuse_control_characters(character)
    except ValueError:
        return False
    return True


ASCII = st.characters(min_codepoint=0x20, max_codepoint=0x7E)
TEXT = st.text(st.characters(blacklist_categories=("Cc", "Cs", "Cn")).filter(_is_text), max_size=12)
PINNED_IMAGES = st.just("docker.io/library/busybox@sha256:" + "0" * 64)
DAYS = st.sampled_from(["2027-01-31", "2099-12-31"])
"""What a regular expression would find too seldom."""

SCHEDULES = st.sampled_from(["30 2 * * *", "*/5 8-18 * * mon-fri", "0 0 29 2 ?"])
ZONES = st.sampled_from(["Europe/Berlin", "UTC"])

_SPECIAL = {types.DAY: DAYS, types.PINNED_IMAGE: PINNED_IMAGES, CRON: SCHEDULES, TIME_ZONE: ZONES}


@cache
def data_of(
    model: type[BaseModel], *, by_alias: bool = True, most: int = 5, whole: bool = False
) -> st.SearchStrategy[dict[str, Any]]:
    """Plain data that the model takes: all required fields, and a few of the others.

    Where it is to be whole, fields that some layer must set count as required too.
    """
    fields = {
        (info.alias or name) if by_alias else name: field(info, by_alias=by_alias, whole=whole)
        for name, info in model.model_fields.items()
    }
    required = {
        key
        for (key, info) in zip(fields, model.model_fields.values(), strict=True)
        if info.is_required() or (whole and info.default is MUST)
    }
    optional = sorted(fields.keys() - required)
    chosen = st.lists(st.sampled_from(optional), max_size=most, unique=True) if optional else st.just([])
    return chosen.flatmap(
        lambda extra: st.fixed_dictionaries({key: fields[key] for key in fields if key in required or key in extra})
    )


def field(info: FieldInfo, *, by_alias: bool, whole: bool = False) -> st.SearchStrategy[Any]:
    return st.deferred(lambda: _of(info.annotation, tuple(info.metadata), by_alias=by_alias, whole=whole))


def _of(annotation: Any, metadata: Sequence[Any], *, by_alias: bool, whole: bool = False) -> st.SearchStrategy[Any]:  # noqa: PLR0911 - a table
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _of(arguments[0], [*_flat(arguments[1:]), *metadata], by_alias=by_alias, whole=whole)
    if origin in (Union, UnionType):
        return st.one_of([_of(part, metadata, by_alias=by_alias, whole=whole) for part in arguments])
    if origin is Literal:
        return st.sampled_from(arguments)
    if isinstance(origin, type) and issubclass(origin, Mapping) and arguments[1] is Any:
        return st.just({})  # raw fields: tests/manifests/test_raw.py has those that Kubernetes knows
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return st.dictionaries(
            _of(arguments[0], (), by_alias=by_alias, whole=whole),
            _of(arguments[1], (), by_alias=by_alias, whole=whole),
            max_size=2,
        )
    if isinstance(origin, type) and issubclass(origin, Sequence):
        least = next((m.min_length for m in metadata if hasattr(m, "min_length")), 0) or 0
        return st.lists(_of(arguments[0], (), by_alias=by_alias, whole=whole), min_size=least, max_size=max(2, least))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return data_of(annotation, by_alias=by_alias, whole=whole, most=3)
    return _scalar(annotation, metadata)


def _scalar(annotation: Any, metadata: Sequence[Any]) -> st.SearchStrategy[Any]:
    if annotation is NoneType:
        return st.none()
    if annotation is bool:
        return st.booleans()
    if annotation is int:
        return st.integers(_limit(metadata, "ge", -(2**31)), min(_limit(metadata, "le", 2**31 - 1), 10**6))
    pattern = next((m.pattern for m in metadata if getattr(m, "pattern", None)), None)
    if pattern:
        longest = _limit(metadata, "max_length", 60)
        found = _SPECIAL[pattern] if pattern in _SPECIAL else st.from_regex(pattern, fullmatch=True, alphabet=ASCII)
        return found.filter(lambda text: len(text) <= min(longest, 60))
    return (
        TEXT
        if any(getattr(m, "func", None) is refuse_control_characters for m in metadata)
        else st.text(ASCII, max_size=8)
    )


def _limit(metadata: Sequence[Any], name: str, otherwise: int) -> int:
    return next((getattr(m, name) for m in metadata if getattr(m, name, None) is not None), otherwise)


def _flat(metadata: Sequence[Any]) -> list[Any]:
    return [item for one in metadata for item in (_flat(one.metadata) if isinstance(one, FieldInfo) else [one])]


JUNK = st.sampled_from(
    [None, True, 0, -1, 1.5, "", "x", "no", "Web_X", [], {}, ["x"], {"x": 1}, 70000, "99999999999999999999"]
)


@st.composite
def damaged(draw: st.DrawFn, strategy: st.SearchStrategy[dict[str, Any]]) -> dict[str, Any]:
    """Data with, mostly, one thing in it replaced, taken away or added."""
    data = draw(strategy)
    paths = list(_paths(data))
    if not paths or draw(st.integers(0, 9)) < 3:
        return data
    path, kind = draw(st.sampled_from(paths)), draw(st.sampled_from(["replace", "drop", "add"]))
    return _changed(data, path, kind, draw(JUNK))


def _paths(data: Any, path: tuple[str, ...] = ()) -> Any:
    for key, value in data.items():
        yield (*path, key)
        if isinstance(value, dict):
            yield from _paths(value, (*path, key))


def _changed(data: dict[str, Any], path: tuple[str, ...], kind: str, junk: Any) -> dict[str, Any]:
    key, *rest = path
    if rest:
        return {**data, key: _changed(data[key], tuple(rest), kind, junk)}
    if kind == "drop":
        return {other: value for other, value in data.items() if other != key}
    return {**data, (key if kind == "replace" else f"{key}Typo"): junk}
