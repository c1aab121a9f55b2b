"""Services of the same project that a service names, and what they say of themselves."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from chartgen.layering.components import workloads
from chartgen.layering.facts import pod_ports
from chartgen.layering.layers import Layer
from chartgen.models.base import MUST
from chartgen.models.networking import Neighbour, NeighbourPod
from chartgen.models.service import Spec, WorkloadSpec


@dataclass(frozen=True)
class Neighbours:
    """The named services that the project has, and the names of all, for a hint."""

    found: Mapping[str, Neighbour]
    names: tuple[str, ...]


NONE = Neighbours({}, ())
"""Where nobody is named."""


def named(layers: Iterable[Layer]) -> set[str]:
    """The services of the project that the layers name as peers."""
    return {name for layer in layers for name in _named(layer.said)}


def neighbour(spec: Spec) -> Neighbour:
    """What others need to know of a service. A release's name is not among it: any release of the service is meant."""
    named_workloads = ((str(at[-1]) if at else "main", one) for at, one in workloads(spec))
    return Neighbour(workloads={component: _pod(spec.name, component, one) for component, one in named_workloads})


def _named(said: Mapping[str, Any]) -> Iterator[str]:
    policy = said.get("network_policy") or {}
    for side in ("ingress", "egress"):
        yield from (peer["service"] for peer in policy.get(side) or () if isinstance(peer.get("service"), str))
    for component in (said.get("components") or {}).values():
        yield from _named(component or {})


def _pod(name: str, component: str, workload: WorkloadSpec) -> NeighbourPod:
    """Of a service that lacks something itself, what is there; the rest is told at its own file."""
    own = {"app.kubernetes.io/name": name, "app.kubernetes.io/component": component}
    ports = {port: one for port, one in pod_ports(workload).items() if one.port is not MUST}
    taken_over = workload.identity.selector if workload.identity else {}
    return NeighbourPod(labels=taken_over or own, ports=ports)
