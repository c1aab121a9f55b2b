"""How many copies run, and how many a drain may take."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field

from chartgen.models.base import MUST, Model
from chartgen.models.metrics import ContainerTargets, ExternalMetric, ObjectMetric, PodsMetric, PositiveQuantity, Share
from chartgen.models.types import Count, Name, Percentage, Positive


class ScalingPolicy(Model):
    """At most so many pods, or so many per cent of them, in a period."""

    type: Literal["Pods", "Percent"] = MUST
    """The unit of ``value``."""

    value: Positive = MUST
    """How many."""

    period_seconds: Annotated[int, Field(ge=1, le=1800)] = MUST
    """In how many seconds."""


class ScalingRules(Model):
    """How fast the number of copies may change in one direction."""

    stabilization_window_seconds: Annotated[int, Field(ge=0, le=3600)] = 0
    """Seconds of past recommendations that are looked at: the most cautious of them counts."""

    select_policy: Literal["Max", "Min", "Disabled"] = "Max"
    """Which policy counts where several speak."""

    policies: Annotated[Sequence[ScalingPolicy], Field(min_length=1)] = (
        ScalingPolicy(type="Percent", value=100, period_seconds=30),
        ScalingPolicy(type="Pods", value=4, period_seconds=60),
    )
    """The limits of the change."""


class ScaleUp(ScalingRules):
    """Up fast: at once, double in 30 seconds or 4 pods in 60."""


class ScaleDown(ScalingRules):
    """Down slowly: after five quiet minutes, a tenth in 60 seconds."""

    stabilization_window_seconds: Annotated[int, Field(ge=0, le=3600)] = 300
    """Seconds of past recommendations that are looked at: the most cautious of them counts."""

    policies: Annotated[Sequence[ScalingPolicy], Field(min_length=1)] = (
        ScalingPolicy(type="Percent", value=10, period_seconds=60),
    )
    """The limits of the change."""


class Autoscaling(Model):
    """Horizontal scaling (autoscaling/v2); it owns the number of copies, so ``replicas`` is not printed.

    Source: https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
    """

    min_replicas: Positive = 2
    """Copies kept running when idle."""

    max_replicas: Positive = 10
    """Copies allowed at peak; a maximum close to the minimum does nothing in a spike."""

    cpu: Share | PositiveQuantity | None = 70
    """CPU that the copies are kept at: a number is per cent of the request, text an amount a copy (``"500m"``). Beside
    sidecars it is the workload's own container that counts."""

    memory: Share | PositiveQuantity | None = None
    """Memory that the copies are kept at: a number is per cent of the request (80 is usual), text an amount a copy."""

    sidecars: Mapping[Name, ContainerTargets | None] = {}
    """CPU and memory that sidecars are kept at, by the sidecar's name."""

    pods: Mapping[Name, PodsMetric | None] = {}
    """Metrics that each pod has, by a name of your own."""

    objects: Mapping[Name, ObjectMetric | None] = {}
    """Metrics of other objects, by a name of your own."""

    external: Mapping[Name, ExternalMetric | None] = {}
    """Metrics from outside the cluster, by a name of your own."""

    scale_up: ScaleUp = ScaleUp()
    """How fast copies are added."""

    scale_down: ScaleDown = ScaleDown()
    """How fast copies are taken away."""


class DisruptionBudget(Model):
    """How many copies a drain or a cluster upgrade may take at a time. Printed where two or more copies run.

    Source: https://kubernetes.io/docs/concepts/workloads/pods/disruptions/
    """

    rivals = (frozenset({"max_unavailable", "min_available"}),)

    max_unavailable: Count | Percentage | None = None
    """How many may be missing; 1 where nothing is stated, which never blocks a drain."""

    min_available: Count | Percentage | None = None
    """How many must stay, below the number of copies that always run."""

    unhealthy_pod_eviction_policy: Literal["AlwaysAllow", "IfHealthyBudget"] = "AlwaysAllow"
    """``AlwaysAllow`` lets a drain take pods that are not ready anyway."""
