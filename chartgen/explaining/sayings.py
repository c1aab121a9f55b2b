"""Who says a field: the layer that counts, those that lost to it, and the default with its reason."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from chartgen.explaining.data import ABSENT, get, plain
from chartgen.explaining.described import Described, field_at
from chartgen.explaining.explanation import Field, Saying
from chartgen.layering.components import inherited_from
from chartgen.layering.layers import Layer
from chartgen.layering.resolve import namespace_spec_of, spec_of
from chartgen.models.base import MUST
from chartgen.models.docs import field_doc
from chartgen.project.shapes import FieldPath

On = Callable[[FieldPath], Sequence[str]]
"""The locks on a field, or its waivers, in words."""


def nothing(_: FieldPath) -> Sequence[str]:
    """Where there are no locks, or no waivers."""
    return ()


def field_of(described: Described, path: FieldPath, locks: On = nothing, waivers: On = nothing) -> Field:
    """A field, and all that is said of it; of what a component inherits, what the main workload says."""
    name, other = described.owner(path)
    if other is not described:
        return replace(field_of(other, path[1:]), path=described.spell(path), of=name)
    said = sayings(described, path)
    if not said and (inherited := inherited_from(path)):
        said = sayings(described, inherited)
    value = get(described.fields, path)
    return Field(
        path=described.spell(path),
        parts=described.parts(path),
        value=None if value is ABSENT else shown(value),
        said=said,
        default=default_of(described, path),
        reason=reason_of(described.model, path),
        locks=locks(path),
        waivers=waivers(path),
    )


def sayings(described: Described, path: FieldPath) -> list[Saying]:
    """What the layers say, the highest first."""
    return [_saying(layer, path) for layer in reversed(described.layers) if layer.says(path)]


def default_of(described: Described, path: FieldPath) -> Any:
    """What holds where no layer says the field; None for nothing."""
    nothing = namespace_spec_of({}, None) if described.is_namespace else spec_of({}, None)
    value = get(plain(nothing), path)
    if value is ABSENT and (found := field_at(described.model, path)):
        owner, name = found
        value = plain(owner.model_fields[name].get_default(call_default_factory=True))
    return None if value is ABSENT or value is MUST else shown(value)


def reason_of(model: type[BaseModel], path: FieldPath) -> str:
    """The string under the field, or under the one around it."""
    while path:
        if found := field_at(model, path):
            return field_doc(*found)
        path = path[:-1]
    return ""


def shown(value: Any) -> Any:
    """A value as data that every writer knows."""
    if isinstance(value, dict):
        return {key: shown(entry) for key, entry in value.items() if entry is not MUST}
    if isinstance(value, list):
        return [shown(entry) for entry in value]
    return value if isinstance(value, (bool, int, float, str)) or value is None else str(value)


def _saying(layer: Layer, path: FieldPath) -> Saying:
    value, line = get(layer.said, path), layer.line(path)
    return Saying(layer.title, line.file, line.number, None if value is ABSENT else shown(plain(value)))
