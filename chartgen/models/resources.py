"""What the scheduler reserves for a container, and what the kernel holds it to."""

from collections.abc import Mapping
from typing import Literal

from chartgen.models.base import Model
from chartgen.models.placement import Device, ResourceSize
from chartgen.models.types import Positive, Quantity

ResizedResource = Literal["cpu", "memory"]
"""What can change while a container runs."""

OnResize = Literal["NotRequired", "RestartContainer"]
"""What such a change does: nothing, or a restart of the container.

Source: https://kubernetes.io/docs/tasks/configure-pod-container/resize-container-resources/
"""


class Resources(Model):
    """Requests and limits. CPU has no limit unless stated: throttling shows as latency with no line in any log.

    Source: https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
    """

    cpu: Quantity | None = "100m"
    """CPU reserved: the 95th percentile of use. ``None`` for none: autoscaling by CPU then has no denominator."""

    memory: Quantity | None = "128Mi"
    """Memory reserved: 1.2 times the working set."""

    cpu_limit: Quantity | None = None
    """CPU at most; unset by default. Where neighbours are noisy, 3 to 5 times the request."""

    memory_limit: Quantity | None = None
    """Memory at most, beyond which the container is killed; by default twice the request."""

    ephemeral_storage: Quantity | None = "64Mi"
    """Disk reserved, for logs and scratch files."""

    ephemeral_storage_limit: Quantity | None = "1Gi"
    """Disk at most, beyond which the pod is evicted."""

    extended: Mapping[Device, Positive | None] = {}
    """Devices by name, reserved and allowed alike: ``{"nvidia.com/gpu": 1}``."""

    hugepages: Mapping[ResourceSize, Quantity | None] = {}
    """Huge pages by their size, reserved and allowed alike, whole ones: ``{"2Mi": "128Mi"}``."""
