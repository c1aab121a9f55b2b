"""The values of a VerticalPodAutoscaler."""

from collections.abc import Sequence
from typing import Literal

from chartgen.charting.values_models.base import OPTIONAL, Section
from chartgen.charting.values_models.container import QuantityValue
from chartgen.models.types import Positive


class AllowedValues(Section):
    """A bound of what is recommended."""

    cpu: QuantityValue = OPTIONAL
    memory: QuantityValue = OPTIONAL


class ContainerPolicyValues(Section):
    """What is recommended for a container; the name * stands for all others."""

    container_name: str
    mode: Literal["Auto", "Off"]
    min_allowed: AllowedValues = OPTIONAL
    max_allowed: AllowedValues = OPTIONAL
    controlled_resources: Sequence[Literal["cpu", "memory"]] = OPTIONAL
    controlled_values: Literal["RequestsAndLimits", "RequestsOnly"] = OPTIONAL


class VpaValues(Section):
    """A VerticalPodAutoscaler, which recommends requests, or changes them."""

    enabled: bool
    update_mode: Literal["Off", "Initial", "Recreate", "Auto"]
    """Off only recommends."""

    min_replicas: Positive = OPTIONAL
    """Pods that must live for one to be evicted."""

    container_policies: Sequence[ContainerPolicyValues]
    """What is recommended for which container."""
