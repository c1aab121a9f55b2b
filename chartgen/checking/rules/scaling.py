"""CG8: scaling."""

from collections.abc import Iterator

from chartgen.checking.finding import rule
from chartgen.layering.problem import Problem
from chartgen.models.metrics import ContainerTargets
from chartgen.models.resources import Resources
from chartgen.models.scaling import Autoscaling
from chartgen.models.service import WorkloadSpec


@rule(
    "CG801",
    "autoscaler without requests",
    why="Utilisation is a share of the request: without one the autoscaler never scales, and only its status says so.",
)
def autoscaler_without_requests(spec: WorkloadSpec) -> Iterator[Problem]:
    """An autoscaler looks at a share of a request that its container does not make."""
    own = spec.autoscaling
    if own is None:
        return
    yield from _without_request((), own, spec.resources)
    for name, targets in own.sidecars.items():
        if name in spec.sidecars:
            yield from _without_request(("sidecars", name), targets, spec.sidecars[name].resources)


def _without_request(
    at: tuple[str, ...], targets: Autoscaling | ContainerTargets, requests: Resources
) -> Iterator[Problem]:
    for resource in ("cpu", "memory"):
        target = getattr(targets, resource)
        if isinstance(target, int) and getattr(requests, resource) is None:
            text = f"is {target} per cent of a {resource} request that is not there"
            hint = f'write resources=Resources({resource}="…")'
            yield Problem(("autoscaling", *at, resource), text, hint, also=((*at, "resources", resource),))
