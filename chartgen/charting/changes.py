"""What a chart would change that Kubernetes refuses on what runs: its ledger, and that of the chart that stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

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


def _smaller(one: Object, environment: str, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Shrunk]:
    template = one["kind"] == "StatefulSet"
    for volume, size in after.items():
        if volume in before and millis(size) < millis(before[volume]):
            yield Shrunk(environment, one["component"], volume, before[volume], size, template)
