"""The values of how many copies run, how a new version replaces them, and what may be taken."""

from collections.abc import Sequence
from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from chartgen.charting.values_models.base import OPTIONAL, Section
from chartgen.charting.values_models.container import QuantityValue
from chartgen.charting.values_models.metrics import MetricValues
from chartgen.models.types import (
    Count,
    Percentage,
    Positive,
)


class RollingUpdate(Section):
    """How many pods may be too many, and how many missing, while a new version comes."""

    max_surge: Count | Percentage
    max_unavailable: Count | Percentage


class StrategyValues(Section):
    """How a new version replaces the old one."""

    type: Literal["RollingUpdate", "Recreate"]
    rolling_update: RollingUpdate = OPTIONAL


class ScalingPolicy(Section):
    """At most so many pods, or so many per cent, in a period."""

    type: Literal["Pods", "Percent"]
    value: Positive
    period_seconds: Annotated[int, Field(ge=1, le=1800)]


class ScalingRules(Section):
    """How fast the number of pods may change in one direction."""

    stabilization_window_seconds: Annotated[int, Field(ge=0, le=3600)]
    select_policy: Literal["Max", "Min", "Disabled"]
    policies: Sequence[ScalingPolicy]


class ScalingBehavior(Section):
    """How fast the number of pods may grow and shrink."""

    scale_up: ScalingRules
    scale_down: ScalingRules


class AutoscalingValues(Section):
    """A HorizontalPodAutoscaler; while enabled it owns the number of copies."""

    model_config = ConfigDict(
        json_schema_extra={
            "anyOf": [
                {"required": ["targetCPUUtilizationPercentage"]},
                {"required": ["targetMemoryUtilizationPercentage"]},
                {"required": ["targetCPUAverageValue"]},
                {"required": ["targetMemoryAverageValue"]},
                {"properties": {"metrics": {"minItems": 1}}},
            ]
        }
    )

    enabled: bool
    """Scale; replicaCount is unused then."""

    min_replicas: Positive
    """Copies kept running when idle."""

    max_replicas: Positive
    """Copies allowed at peak."""

    target_cpu_utilization_percentage: Annotated[Positive, Field(alias="targetCPUUtilizationPercentage")] = OPTIONAL
    """Share of the CPU request that the copies are kept at."""

    target_memory_utilization_percentage: Positive = OPTIONAL
    """Share of the memory request that the copies are kept at."""

    target_cpu_average_value: Annotated[QuantityValue, Field(alias="targetCPUAverageValue")] = OPTIONAL
    """CPU of a copy that the copies are kept at."""

    target_memory_average_value: QuantityValue = OPTIONAL
    """Memory of a copy that the copies are kept at."""

    metrics: Sequence[MetricValues]
    """Further metrics, in Kubernetes' shape."""

    behavior: ScalingBehavior

    @model_validator(mode="after")
    def _has_a_metric(self) -> Self:
        if not self.metrics and not any(name.startswith("target_") for name in self.model_fields_set):
            msg = "needs a CPU or a memory target, or a further metric"
            raise ValueError(msg)
        return self


class PodDisruptionBudgetValues(Section):
    """How many pods a drain may take at a time. On where an environment runs two copies or more."""

    model_config = ConfigDict(
        json_schema_extra={"oneOf": [{"required": ["maxUnavailable"]}, {"required": ["minAvailable"]}]}
    )

    enabled: bool
    """Print it; one copy alone needs none."""

    max_unavailable: Count | Percentage = OPTIONAL
    """How many may be missing."""

    min_available: Count | Percentage = OPTIONAL
    """How many must stay."""

    unhealthy_pod_eviction_policy: Literal["AlwaysAllow", "IfHealthyBudget"]
    """AlwaysAllow lets a drain take pods that are not ready anyway."""

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        if len(self.model_fields_set & {"max_unavailable", "min_available"}) != 1:
            msg = "needs exactly one of maxUnavailable and minAvailable"
            raise ValueError(msg)
        return self
