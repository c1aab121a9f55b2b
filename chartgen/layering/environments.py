"""What must be the same in every environment: a chart has one template an object, and one entry a dependency."""

from collections.abc import Iterator, Mapping

from chartgen.errors import Message
from chartgen.layering.components import workloads
from chartgen.layering.problem import Problem
from chartgen.layering.resolve import Resolved, locate
from chartgen.models.dependencies import Dependency
from chartgen.models.service import Spec, WorkloadSpec
from chartgen.project.shapes import FieldPath


def disagreements(specs: Mapping[str, Resolved]) -> Iterator[Message]:
    """Where an environment makes something else of a workload than those before it."""
    first: dict[FieldPath, tuple[str, WorkloadSpec]] = {}
    charts: dict[str, tuple[str, Dependency]] = {}
    for environment, resolved in specs.items():
        for problem in (
            *_problems(first, environment, resolved.spec),
            *_other_charts(charts, environment, resolved.spec),
        ):
            yield locate(resolved.layers, problem)


def _problems(first: dict[FieldPath, tuple[str, WorkloadSpec]], environment: str, spec: Spec) -> Iterator[Problem]:
    for at, workload in workloads(spec):
        where, other = first.setdefault(at, (environment, workload))
        elsewhere = f"in {where}" if where else "without an environment"
        hint = "say it the same everywhere; two kinds are two components"
        if workload.kind != other.kind:
            text = f"is {workload.kind}, and {other.kind} {elsewhere}: it can't differ between environments"
            yield Problem((*at, "kind"), text, hint)
        elif (workload.job.hook is None) != (other.job.hook is None):
            text = f"differs from what is said {elsewhere}: a Job is a hook in all environments, or in none"
            yield Problem((*at, "job", "hook"), text, hint)


def _other_charts(first: dict[str, tuple[str, Dependency]], environment: str, spec: Spec) -> Iterator[Problem]:
    """Chart.yaml has one entry for a dependency: an environment may switch it and say other values."""
    for key, one in spec.dependencies.items():
        where, other = first.setdefault(key, (environment, one))
        elsewhere = f"in {where}" if where else "without an environment"
        for field in ("chart", "version", "repository", "tags"):
            mine, theirs = getattr(one, field), getattr(other, field)
            if mine != theirs:
                text = f"differs from what is said {elsewhere}: a chart has one entry for it in Chart.yaml"
                yield Problem(("dependencies", key, field), text, "say it once, for all environments")
