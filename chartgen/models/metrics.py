"""What a HorizontalPodAutoscaler looks at beside the workload's own CPU and memory.

Source: https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/
"""

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, Field

from chartgen.models.base import MUST, Model
from chartgen.models.types import QUANTITY, LabelKey, LabelValue, ObjectName, canonical, millis

API_METRIC = r"^[A-Za-z_:][-A-Za-z0-9_.:@|]*$"
API_VERSION = r"^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?v[0-9]+((alpha|beta)[0-9]+)?$"
KIND = r"^[A-Z][A-Za-z0-9]*$"


def positive(quantity: str) -> str:
    """A quantity above 0; raises ValueError for 0."""
    if not millis(quantity):
        msg = f"is {quantity!r}, and must be above 0"
        raise ValueError(msg)
    return quantity


PositiveQuantity = Annotated[
    str, Field(pattern=QUANTITY, max_length=24), AfterValidator(canonical), AfterValidator(positive)
]
"""A quantity above 0."""

ApiMetric = Annotated[str, Field(pattern=API_METRIC, max_length=253)]
"""The name of a metric as its API knows it: ``http_requests_per_second``."""

Share = Annotated[int, Field(ge=1, le=10_000)]
"""A share of a request, in per cent; above 100 where a container may use more than it requests."""


class ContainerTargets(Model):
    """What a sidecar's use is kept at."""

    cpu: Share | PositiveQuantity | None = None
    """A number is per cent of its CPU request, text the CPU of a copy: ``70`` or ``"500m"``."""

    memory: Share | PositiveQuantity | None = None
    """A number is per cent of its memory request, text the memory of a copy: ``80`` or ``"400Mi"``."""


class PodsMetric(Model):
    """A metric that each pod has (``custom.metrics.k8s.io``): the mean over the copies is kept at a value."""

    metric: ApiMetric = MUST
    """The metric's name."""

    selector: Mapping[LabelKey, LabelValue] = {}
    """Labels of the metric, where one name stands for several."""

    average_value: PositiveQuantity = MUST
    """The mean over the copies that is aimed at, as a quantity: ``"100"``, ``"500m"``."""


class ObjectMetric(Model):
    """A metric of another object of the namespace (``custom.metrics.k8s.io``), such as an Ingress."""

    rivals = (frozenset({"value", "average_value"}),)

    metric: ApiMetric = MUST
    """The metric's name."""

    api_version: Annotated[str, Field(pattern=API_VERSION, max_length=253)] = MUST
    """The object's API: ``networking.k8s.io/v1``."""

    kind: Annotated[str, Field(pattern=KIND, max_length=63)] = MUST
    """The object's kind: ``Ingress``."""

    name: ObjectName = MUST
    """The object's name."""

    selector: Mapping[LabelKey, LabelValue] = {}
    """Labels of the metric, where one name stands for several."""

    value: PositiveQuantity | None = None
    """The value that is aimed at, whatever the number of copies."""

    average_value: PositiveQuantity | None = None
    """The value that is aimed at, divided by the number of copies."""


class ExternalMetric(Model):
    """A metric from outside the cluster (``external.metrics.k8s.io``), such as the length of a queue."""

    rivals = (frozenset({"value", "average_value"}),)

    metric: ApiMetric = MUST
    """The metric's name."""

    selector: Mapping[LabelKey, LabelValue] = {}
    """Labels of the metric, where one name stands for several."""

    value: PositiveQuantity | None = None
    """The value that is aimed at, whatever the number of copies."""

    average_value: PositiveQuantity | None = None
    """The value that is aimed at, divided by the number of copies."""
