"""A chart's ledger, and that of the chart that stands: what Kubernetes would refuse, presets that moved."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chartgen.charting.ledger import Pin
from chartgen.models.types import millis

Object = Mapping[str, Any]


@dataclass(frozen=True)
class Shrunk:
    """A disk that would be smaller than the one that was made."""

    environment: str
    component: str
    volume: str
    before: str
    after: str
    template: bool
    """If it is a StatefulSet's, of which no size can change."""


def shrunk(before: Sequence[Object], after: Sequence[Object]) -> Iterator[Shrunk]:
    """Disks that are smaller than in the chart before."""
    was = {(one["kind"], one["name"]): one for one in before if "claims" in one}
    for one in after:
        old = was.get((one["kind"], one["name"]))
        for environment, claims in one.get("claims", {}).items() if old else ():
            yield from _smaller(one, environment, old["claims"].get(environment, {}) if old else {}, claims)


@dataclass(frozen=True)
class Breaking:
    """Something of an object that runs, which an upgrade cannot change, or not without harm."""

    environment: str
    kind: str
    name: str
    component: str
    which: str
    """The Service or volume as the service file knows it; "" for the workload's own."""

    field: str
    """As Kubernetes names it; ``hook`` and ``scaling`` are Helm's matter."""

    before: Any
    after: Any

    copies: int = 1
    """How many copies the chart that stands asked for."""


def broken(before: Sequence[Object], after: Sequence[Object]) -> Iterator[Breaking]:
    """What differs of the objects that both charts have, where both are deployed."""
    was = {(one["kind"], one["name"]): one for one in before}
    for one in after:
        if old := was.get((one["kind"], one["name"])):
            yield from _changed(old, one)


def _changed(old: Object, one: Object) -> Iterator[Breaking]:
    now = _fields(one)
    environments = [name for name in now if name] or [""]
    for environment, fields in _fields(old).items():
        for field, value in fields.items() if environment in environments else ():
            after = now[environment].get(field, value)
            if _plain(after) != _plain(value):
                copies = old.get("replicas", {}).get(environment, 1)
                at = (one["kind"], one["name"], one.get("component", ""), one.get("which", ""))
                yield Breaking(environment, *at, field, value, after, copies)


def _fields(one: Object) -> dict[str, dict[str, Any]]:
    """What may not change of an object, by environment; "" stands for all where none is told apart."""
    always = {"hook": one.get("hook", False), **({"selector": one["selector"]} if "selector" in one else {})}
    scaling = {environment: {"scaling": kind} for environment, kind in one.get("scaling", {}).items()}
    environments = [*one.get("fixed", {}), *scaling] or [""]
    return {name: {**always, **one.get("fixed", {}).get(name, {}), **scaling.get(name, {})} for name in environments}


def _plain(value: Any) -> Any:
    """A value that can be compared: sizes of claims are quantities."""
    if not isinstance(value, Mapping):
        return value
    return {key: millis(one) if key == "size" else _plain(one) for key, one in value.items()}


def _smaller(one: Object, environment: str, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Shrunk]:
    template = one["kind"] == "StatefulSet"
    for volume, size in after.items():
        if volume in before and millis(size) < millis(before[volume]):
            yield Shrunk(environment, one["component"], volume, before[volume], size, template)


def moved(before: Sequence[Pin], after: Sequence[Pin]) -> Iterator[str]:
    """How the presets of a chart are others than those that it was made with."""
    was, now = ({pin.name: pin for pin in pins} for pins in (before, after))
    for name, pin in now.items():
        if name not in was:
            yield f"the preset {name} {pin.version} came in"
        elif was[name].version != pin.version:
            yield f"the preset moved: {name} {was[name].version} → {pin.version}"
        elif was[name].digest != pin.digest:
            yield f"the preset {name} says something else, and is still {pin.version}"
    yield from (f"the preset {name} {pin.version} went" for name, pin in was.items() if name not in now)
