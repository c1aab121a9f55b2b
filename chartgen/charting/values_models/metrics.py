"""The values of an autoscaler's further metrics, in Kubernetes' shape."""

from collections.abc import Mapping
from typing import Literal

from chartgen.charting.values_models.base import OPTIONAL, Section
from chartgen.charting.values_models.container import QuantityValue
from chartgen.models.metrics import Share
from chartgen.models.types import LabelKey, LabelValue, Name


class MetricTarget(Section):
    """The value that is aimed at; the key that goes with the type."""

    type: Literal["Utilization", "AverageValue", "Value"]
    average_utilization: Share = OPTIONAL
    average_value: QuantityValue = OPTIONAL
    value: QuantityValue = OPTIONAL


class MetricSelector(Section):
    """Labels of the metric."""

    match_labels: Mapping[LabelKey, LabelValue]


class MetricIdentifier(Section):
    """A metric by name and labels."""

    name: str
    selector: MetricSelector = OPTIONAL


class ContainerResourceMetric(Section):
    """CPU or memory of one container of each copy."""

    name: Literal["cpu", "memory"]
    container: Name
    target: MetricTarget


class PodsMetricValues(Section):
    """A metric that each copy has."""

    metric: MetricIdentifier
    target: MetricTarget


class DescribedObject(Section):
    """The object that a metric is of."""

    api_version: str
    kind: str
    name: str


class ObjectMetricValues(Section):
    """A metric of another object."""

    described_object: DescribedObject
    metric: MetricIdentifier
    target: MetricTarget


class ExternalMetricValues(Section):
    """A metric from outside the cluster."""

    metric: MetricIdentifier
    target: MetricTarget


class MetricValues(Section):
    """One metric: its type, and the key that goes with it."""

    type: Literal["ContainerResource", "Pods", "Object", "External"]
    container_resource: ContainerResourceMetric = OPTIONAL
    pods: PodsMetricValues = OPTIONAL
    object: ObjectMetricValues = OPTIONAL
    external: ExternalMetricValues = OPTIONAL
