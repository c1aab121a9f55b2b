"""The ports that a container listens on, and the Service in front of them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from chartgen.models.base import MUST, Model, Shorthand
from chartgen.models.types import LabelKey, PortNumber, Text


class Port(Shorthand):
    """A port of the container; the number alone says the same as ``Port(port=3000)``."""

    scalar = "port"

    port: PortNumber = MUST
    """The port that the process listens on."""

    protocol: Literal["TCP", "UDP", "SCTP"] = "TCP"
    """The transport."""

    service_port: PortNumber | None = None
    """The Service's port; by default 80 for the port named ``http``, else the container's own."""

    app_protocol: Annotated[str, Field(pattern=r"^[a-z0-9A-Z./-]+$")] | None = None
    """What is spoken on it, for meshes and gateways: ``http``, ``kubernetes.io/h2c``, ``grpc``."""


class ServiceSpec(Model):
    """How other pods reach this one. A workload without ports has no Service.

    Source: https://kubernetes.io/docs/concepts/services-networking/service/
    """

    type: Literal["ClusterIP"] = "ClusterIP"
    """``ClusterIP``: an address inside the cluster."""

    annotations: Mapping[LabelKey, Text | None] = {}
    """Annotations of the Service."""

    publish_not_ready_addresses: bool = False
    """Answer for pods that are not ready too, as peers that find one another need it."""

    internal_traffic_policy: Literal["Cluster", "Local"] | None = None
    """``Local`` keeps traffic from inside the cluster on the caller's node; Kubernetes' default is ``Cluster``."""

    session_affinity: Literal["None", "ClientIP"] | None = None
    """``ClientIP`` sends a caller to the same pod; Kubernetes' default is ``None``."""


if TYPE_CHECKING:
    PortLike = Port | int
else:
    PortLike = Port
