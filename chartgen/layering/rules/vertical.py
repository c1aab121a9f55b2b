"""What a container should request: bounds, containers, and who else looks at the same use."""

from collections.abc import Iterator

from chartgen.layering.problem import Problem
from chartgen.models.service import WorkloadSpec
from chartgen.models.types import millis
from chartgen.models.vertical import ContainerPolicy


def bounds_leave_room(spec: WorkloadSpec) -> Iterator[Problem]:
    """The most that is recommended is not below the least."""
    for at, policy in _policies(spec):
        for resource in ("cpu", "memory"):
            least, most = getattr(policy, f"min_{resource}"), getattr(policy, f"max_{resource}")
            if least and most and millis(most) < millis(least):
                text = f"is {most}, below min_{resource}, which is {least}"
                yield Problem((*at, f"max_{resource}"), text, also=((*at, f"min_{resource}"),))


def one_scaler_looks_at_a_resource(spec: WorkloadSpec) -> Iterator[Problem]:
    """Requests that change by use are not what copies are counted by."""
    if spec.vpa is None or spec.vpa.mode == "Off":
        return
    controlled = {one for _, policy in _policies(spec) if policy.mode == "Auto" for one in policy.controlled_resources}
    for path, resource in _counted_by(spec):
        if resource in controlled:
            text = f"is {spec.vpa.mode}, which changes the request of {resource} that the copies are counted by"
            yield Problem(("vpa", "mode"), text, 'write mode="Off", which only recommends', also=(path,))


def _counted_by(spec: WorkloadSpec) -> Iterator[tuple[tuple[str, ...], str]]:
    for resource in ("cpu", "memory"):
        if spec.autoscaling and getattr(spec.autoscaling, resource) is not None:
            yield ("autoscaling", resource), resource
        for name, targets in spec.autoscaling.sidecars.items() if spec.autoscaling else ():
            if getattr(targets, resource) is not None:
                yield ("autoscaling", "sidecars", name, resource), resource
        for name, trigger in spec.keda.triggers.items() if spec.keda else ():
            if getattr(trigger, resource) is not None:
                yield ("keda", "triggers", name, resource), resource


def _policies(spec: WorkloadSpec) -> Iterator[tuple[tuple[str, ...], ContainerPolicy]]:
    if spec.vpa:
        yield ("vpa", "policy"), spec.vpa.policy
        yield from ((("vpa", "containers", name), one) for name, one in spec.vpa.containers.items() if one)
