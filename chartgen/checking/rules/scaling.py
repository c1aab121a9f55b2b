"""CG8: scaling."""

from collections.abc import Iterator

from chartgen.checking.finding import rule
from chartgen.layering.problem import Problem
from chartgen.models.service import WorkloadSpec


@rule(
    "CG801",
    "autoscaler without requests",
    why="Utilisation is a share of the request: without one the autoscaler never scales, and only its status says so.",
)
def autoscaler_without_requests(spec: WorkloadSpec) -> Iterator[Problem]:
    """An autoscaler looks at a resource that the container does not request."""
    for resource in ("cpu", "memory"):
        target = getattr(spec.autoscaling, resource, None)
        if target is not None and getattr(spec.resources, resource) is None:
            text = f"is {target} per cent of a {resource} request that is not there"
            yield Problem(
                ("autoscaling", resource),
                text,
                f'write resources=Resources({resource}="…")',
                also=(("resources", resource),),
            )
