"""Nodes of another price or processor, and how copies spread over any part of the cluster."""

from typing import Annotated, Literal

from pydantic import Field

from chartgen.models.base import MUST, Model
from chartgen.models.types import LabelKey, Positive

Arch = Literal["amd64", "arm64"]
"""The nodes' processors, as the label ``kubernetes.io/arch`` names them."""

Spot = Literal["prefer", "require", "avoid"]
"""What a workload makes of nodes that the provider may take back at short notice."""

SpotNodes = Literal["eks", "gke", "aks", "karpenter"]
"""Whose labels and taints tell such nodes."""


class SpreadConstraint(Model):
    """The copies evenly over the parts of the cluster that a label of the nodes names.

    Source: https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
    """

    topology_key: LabelKey = MUST
    """The nodes' label: ``topology.kubernetes.io/region``."""

    max_skew: Positive = 1
    """By how many copies two parts may differ."""

    mode: Literal["soft", "hard"] = "soft"
    """``soft`` prefers it, ``hard`` insists and leaves pods Pending where it can't be."""

    min_domains: Positive | None = None
    """Parts that there should be: fewer count as if the missing ones were empty. Goes with ``hard``."""

    node_affinity_policy: Literal["Honor", "Ignore"] = "Honor"
    """Count only nodes that the pod may run on by its node selector and affinity, or all."""

    node_taints_policy: Literal["Honor", "Ignore"] = "Ignore"
    """Leave out nodes whose taints the pod does not tolerate, or count all; Kubernetes' default is ``Ignore``."""


ResourceSize = Annotated[str, Field(pattern=r"^[1-9][0-9]*(Ki|Mi|Gi)$", max_length=12)]
"""The size of a huge page: ``2Mi``, ``1Gi``."""

DEVICE = r"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$"

Device = Annotated[str, Field(pattern=DEVICE, max_length=253)]
"""A resource that a device plugin offers: ``nvidia.com/gpu``."""
