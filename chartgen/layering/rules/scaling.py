"""What an autoscaler looks at, and who owns the number of copies."""

from collections.abc import Iterator

from chartgen.layering.problem import Problem
from chartgen.models.service import WorkloadSpec


def autoscaling_range(spec: WorkloadSpec) -> Iterator[Problem]:
    """The ceiling is not below the floor."""
    scaling = spec.autoscaling
    if scaling and scaling.max_replicas < scaling.min_replicas:
        yield Problem(
            ("autoscaling", "max_replicas"),
            f"is {scaling.max_replicas}, below min_replicas, which is {scaling.min_replicas}",
            also=(("autoscaling", "min_replicas"),),
        )


def autoscaling_has_a_metric(spec: WorkloadSpec) -> Iterator[Problem]:
    """An autoscaler looks at something."""
    own = spec.autoscaling
    if own is None:
        return
    for name, targets in own.sidecars.items():
        if targets.cpu is None and targets.memory is None:
            yield Problem(("autoscaling", "sidecars", name), "says neither cpu nor memory", "write cpu=70")
    if own.cpu is None and own.memory is None and not (own.sidecars or own.pods or own.objects or own.external):
        yield Problem(("autoscaling",), "looks at neither cpu nor memory, nor at another metric", "write cpu=70")


def metric_has_one_target(spec: WorkloadSpec) -> Iterator[Problem]:
    """A metric is kept at a value, or at a value for each copy."""
    own = spec.autoscaling
    for kind, metrics in (("objects", own.objects), ("external", own.external)) if own else ():
        for name, metric in metrics.items():
            if (metric.value is None) == (metric.average_value is None):
                text = "needs exactly one of value and average_value"
                yield Problem(("autoscaling", kind, name), text, 'write average_value="30" for 30 a copy')


def scaled_sidecar_exists(spec: WorkloadSpec) -> Iterator[Problem]:
    """A sidecar that is looked at is one of the workload's."""
    for name in spec.autoscaling.sidecars if spec.autoscaling else ():
        if name not in spec.sidecars:
            known = f"the sidecars are {', '.join(sorted(spec.sidecars))}" if spec.sidecars else "there are no sidecars"
            yield Problem(("autoscaling", "sidecars", name), f"is no sidecar of the workload; {known}")
