"""What presets say that a workload has no use for: it is left out, so that one preset serves every kind.

What a service says itself is not: there it is a mistake, and a rule tells it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from chartgen.layering.kinds import GOES_WITH
from chartgen.layering.layers import Layer
from chartgen.layering.merge import merge
from chartgen.models.kinds import Kind
from chartgen.models.service import Workload
from chartgen.project.shapes import FieldPath

NEEDS_PORTS = ("monitor", "prometheus")
"""What is asked on a port, and of no use without one."""


def fitting(layers: Sequence[Layer]) -> list[Layer]:
    """The layers of a service, presets' without what its workloads have no use for."""
    if not any(layer.is_preset for layer in layers):
        return list(layers)
    merged = merge(layer.said for layer in layers)
    useless = [path for path in _useless(merged) if any(one.is_preset and one.says(path) for one in layers)]
    return [replace(one, unused=tuple(useless)) if one.is_preset and useless else one for one in layers]


def _useless(merged: Mapping[str, Any]) -> Iterator[FieldPath]:
    components: Mapping[str, Any] = merged.get("components") or {}
    at: dict[FieldPath, Mapping[str, Any]] = {(): merged}
    at |= {("components", name): one for name, one in components.items() if one}
    for path, workload in at.items():
        kind: Kind = workload.get("kind", Workload.model_fields["kind"].default)
        yield from ((*path, *field) for field, kinds in GOES_WITH.items() if kind not in kinds)
        if not _has_ports(workload):
            yield from ((*path, field) for field in NEEDS_PORTS)


def _has_ports(workload: Mapping[str, Any]) -> bool:
    """Whether the pod has any: its own, or a sidecar's."""
    containers = [workload, *(one for one in (workload.get("sidecars") or {}).values() if one)]
    return any(port is not None for one in containers for port in (one.get("ports") or {}).values())
