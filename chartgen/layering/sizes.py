"""Named sizes: a layer that says ``size`` says the resources that a preset gives the name."""

from collections.abc import Iterator, Mapping
from typing import Any

from chartgen.layering.merge import overlay
from chartgen.models.base import is_mapping
from chartgen.models.resources import Resources
from chartgen.project.shapes import FieldPath


def sized(said: Mapping[str, Any], sizes: Mapping[str, Resources]) -> dict[str, Any]:
    """What a layer says, with whole resources in the place of a size that is known.

    What it says of resources itself wins.
    """
    whole = dict(said)
    if (size := sizes.get(whole.get("size", ""))) is not None:
        whole["resources"] = overlay(_whole(size), whole.get("resources") or {})
    if is_mapping(components := whole.get("components")):
        whole["components"] = {name: one and sized(one, sizes) for name, one in components.items()}
    return whole


def sizes_said(said: Mapping[str, Any], at: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """The sizes that a layer says, for the service and for its components."""
    if said.get("size") is not None:
        yield (*at, "size"), said["size"]
    for name, one in (said.get("components") or {}).items():
        yield from sizes_said(one or {}, (*at, "components", name))


def written_at(said: Mapping[str, Any], path: FieldPath) -> FieldPath:
    """Where a layer writes a field: resources that follow from a size are written at the size."""
    if "resources" not in path:
        return path
    place = path.index("resources")
    around: Any = said
    for part in path[:place]:
        around = around.get(part) if is_mapping(around) else None
    if not is_mapping(around) or around.get("size") is None:
        return path
    own, rest = around.get("resources"), path[place + 1 :]
    return path if is_mapping(own) and (not rest or rest[0] in own) else (*path[:place], "size")


def _whole(size: Resources) -> dict[str, Any]:
    """All fields, those too that it leaves at their defaults: a size takes back what lower layers said of them."""
    return {name: getattr(size, name) for name in Resources.model_fields}
