"""What a layer really says: its fields as plain data, shorthand written out, rivals taken back."""

from typing import Any, cast

from pydantic import BaseModel

from chartgen.models.base import Model, is_mapping


def said(model: Model) -> dict[str, Any]:
    """The fields that were set, by their Python names; None for the rivals of those."""
    fields = {name: _plain(getattr(model, name)) for name in type(model).model_fields if name in model.model_fields_set}
    for rivals in type(model).rivals:
        if any(fields.get(name) is not None for name in rivals):
            fields.update(dict.fromkeys(sorted(rivals - fields.keys())))
    return fields


def _plain(value: Any) -> Any:
    if isinstance(value, Model):
        return said(value)
    if isinstance(value, (BaseModel, str)):
        return value
    if is_mapping(value):
        return {key: _plain(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return list(map(_plain, cast("list[Any]", value)))
    return value
