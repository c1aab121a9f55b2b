"""What a container should request, by what it uses: a recommendation, or a change."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field

from chartgen.models.base import Model
from chartgen.models.types import Name, Positive, Quantity


class ContainerPolicy(Model):
    """What is recommended for a container, and within which bounds."""

    mode: Literal["Auto", "Off"] = "Auto"
    """``Off`` leaves the container out."""

    min_cpu: Quantity | None = None
    """CPU request at least."""

    min_memory: Quantity | None = None
    """Memory request at least."""

    max_cpu: Quantity | None = None
    """CPU request at most: no more than a node has."""

    max_memory: Quantity | None = None
    """Memory request at most: no more than a node has."""

    controlled_resources: Annotated[Sequence[Literal["cpu", "memory"]], Field(min_length=1)] = ("cpu", "memory")
    """The resources that are looked at."""

    controlled_values: Literal["RequestsAndLimits", "RequestsOnly"] = "RequestsAndLimits"
    """Where pods are changed: limits in proportion to requests, or requests alone."""


class VerticalAutoscaling(Model):
    """A VerticalPodAutoscaler; needs its controllers in the cluster.

    Source: https://github.com/kubernetes/autoscaler/tree/master/vertical-pod-autoscaler
    """

    mode: Literal["Off", "Initial", "Recreate", "Auto"] = "Off"
    """``Off`` only recommends: ``kubectl describe vpa`` shows it. ``Initial`` changes new pods, ``Recreate`` and
    ``Auto`` also evict running ones."""

    min_replicas: Positive | None = None
    """Pods that must live for one to be evicted; by default as the controller is set."""

    policy: ContainerPolicy = ContainerPolicy()
    """What holds for all containers that have no policy of their own."""

    containers: Mapping[Name, ContainerPolicy | None] = {}
    """Policies of sidecars and of the workload's own container, by the container's name."""
