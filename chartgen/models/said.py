"""What a layer really says: its fields as plain data, shorthand written out, rivals taken back."""

from typing import Any, cast

from pydantic import BaseModel

from chartgen.models.base import Model, is_mapping


def said(model: Model, *, alone: bool = False) -> dict[str, Any]:
    """The fields that were set, by their Python names; None for the rivals of those, unless there is nothing below."""
    stated = model.model_fields_set
    fields = {name: _plain(getattr(model, name), alone=alone) for name in type(model).model_fields if name in stated}
    for rivals in () if alone else type(model).rivals:
        if any(fields.get(name) is not None for name in rivals):
            fields.update(dict.fromkeys(sorted(rivals - fields.keys())))
    return fields


def _plain(value: Any, *, alone: bool) -> Any:
    """A list replaces what lies below it whole, so nothing does of its entries."""
    if isinstance(value, Model):
        return said(value, alone=alone)
    if isinstance(value, (BaseModel, str)):
        return value
    if is_mapping(value):
        return {key: _plain(entry, alone=alone) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one, alone=True) for one in cast("list[Any]", value)]
    return value
