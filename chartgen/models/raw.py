"""The way out: fields of Kubernetes that no typed field reaches, and whole manifests, in Kubernetes' own shape."""

import math
from collections.abc import Mapping
from typing import Annotated, Any, cast

from pydantic import AfterValidator, BeforeValidator

from chartgen.models.base import is_mapping
from chartgen.models.types import MAX_INTEGER, refuse_bad_key, refuse_control_characters


def refuse_what_is_no_data(raw: Mapping[str, Any]) -> Mapping[str, Any]:
    """Plain data that YAML and Helm carry unchanged: text, numbers, true and false, mappings and lists of these.

    None is the word of a layer that takes back what lower ones said, so it stands in mappings only.
    """
    for key, value in raw.items():
        if value is not None:
            _refuse(value, _place("", key))
    return raw


def without_none(raw: Any) -> Any:
    """Raw data without the keys that a layer took back."""
    if is_mapping(raw):
        return {key: without_none(value) for key, value in raw.items() if value is not None}
    if isinstance(raw, (list, tuple)):
        return [without_none(value) for value in cast("list[Any]", raw)]
    return raw


def _refuse(value: Any, place: str) -> None:
    if isinstance(value, str):
        _refuse_text(value, place)
    elif is_mapping(value):
        for key, inner in value.items():
            if inner is not None:
                _refuse(inner, _place(place, key))
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(cast("list[Any]", value)):
            _refuse(item, f"{place}[{index}]")
    elif not isinstance(value, (bool, int, float)):
        msg = f"holds {'None' if value is None else type(value).__name__} at {place}, which is no plain data"
        raise ValueError(msg)
    elif not math.isfinite(value) or (not isinstance(value, float) and abs(value) > MAX_INTEGER):
        msg = f"holds {value} at {place}, which Helm can't carry"
        raise ValueError(msg)


def _place(place: str, key: Any) -> str:
    if not isinstance(key, str):
        msg = f"has the key {key!r}, which is no text"
        raise ValueError(msg)  # noqa: TRY004 - as above
    _refuse_text(key, place or "the top")
    refuse_bad_key(key)
    return f"{place}.{key}" if place else key


def _refuse_text(text: str, place: str) -> None:
    try:
        refuse_control_characters(text)
    except ValueError as error:
        msg = f"at {place} {error}"
        raise ValueError(msg) from None


PLAIN = AfterValidator(refuse_what_is_no_data)
WHOLE = BeforeValidator(without_none)

Raw = Annotated[Mapping[str, Any], PLAIN]
"""Fields in Kubernetes' own names and shape."""

WholeRaw = Annotated[Mapping[str, Any], WHOLE]
"""The same, merged."""
