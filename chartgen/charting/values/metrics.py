"""What an autoscaler looks at: targets of the workload's own container, and further metrics in Kubernetes' shape."""

from collections.abc import Iterator

from chartgen.charting.values.container import Values
from chartgen.models.metrics import ContainerTargets, ExternalMetric, ObjectMetric, PodsMetric
from chartgen.models.service import AutoscalingSpec


def own_targets(scaling: AutoscalingSpec) -> Values:
    """CPU and memory, under the keys of ``helm create`` and beside them: a share of the request, or an amount."""
    found: Values = {}
    for name, said in (("CPU", scaling.cpu), ("Memory", scaling.memory)):
        if said is not None:
            found[f"target{name}{'UtilizationPercentage' if isinstance(said, int) else 'AverageValue'}"] = said
    return found


def metrics(scaling: AutoscalingSpec) -> list[Values]:
    """The further ones: sidecars, pods, objects, external, each by name."""
    return [
        *(metric for name, targets in sorted(scaling.sidecars.items()) for metric in _sidecar(name, targets)),
        *(_of_pods(scaling.pods[name]) for name in sorted(scaling.pods)),
        *(_of_object(scaling.objects[name]) for name in sorted(scaling.objects)),
        *(_from_outside(scaling.external[name]) for name in sorted(scaling.external)),
    ]


def _sidecar(name: str, targets: ContainerTargets) -> Iterator[Values]:
    for resource, said in (("cpu", targets.cpu), ("memory", targets.memory)):
        if said is not None:
            share = {"type": "Utilization", "averageUtilization": said}
            target = share if isinstance(said, int) else _average(said)
            own = {"container": name, "name": resource, "target": target}
            yield {"type": "ContainerResource", "containerResource": own}


def _of_pods(metric: PodsMetric) -> Values:
    own = {"metric": _identifier(metric), "target": _average(metric.average_value)}
    return {"type": "Pods", "pods": own}


def _of_object(metric: ObjectMetric) -> Values:
    described = {"apiVersion": metric.api_version, "kind": metric.kind, "name": metric.name}
    own = {"describedObject": described, "metric": _identifier(metric), "target": _target(metric)}
    return {"type": "Object", "object": own}


def _from_outside(metric: ExternalMetric) -> Values:
    return {"type": "External", "external": {"metric": _identifier(metric), "target": _target(metric)}}


def _identifier(metric: PodsMetric | ObjectMetric | ExternalMetric) -> Values:
    labels = dict(sorted(metric.selector.items()))
    return {"name": metric.metric, **({"selector": {"matchLabels": labels}} if labels else {})}


def _target(metric: ObjectMetric | ExternalMetric) -> Values:
    if metric.average_value is not None:
        return _average(metric.average_value)
    return {"type": "Value", "value": metric.value}


def _average(value: str) -> Values:
    return {"type": "AverageValue", "averageValue": value}
