"""The ports that a container listens on, and the Service in front of them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from chartgen.models.base import MUST, Model, Shorthand
from chartgen.models.host import Address, HostPort
from chartgen.models.types import CidrBlock, Host, LabelKey, PortName, PortNumber, Text

NodePortNumber = Annotated[int, Field(ge=30000, le=32767)]
"""A port of the nodes, in Kubernetes' default range."""


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

    host_port: HostPort | None = None
    """A port of the node that leads here, with the reason; for node agents only."""


class ServiceSpec(Model):
    """How others reach the pods. A workload without ports has no Service.

    Source: https://kubernetes.io/docs/concepts/services-networking/service/
    """

    type: Literal["ClusterIP", "NodePort", "LoadBalancer", "ExternalName"] = "ClusterIP"
    """``ClusterIP``: an address inside the cluster; ``NodePort``: a port of every node too; ``LoadBalancer``: an
    address outside, paid for by the Service; ``ExternalName``: another name, without pods."""

    headless: bool = False
    """No address of its own: its name leads to each pod (``clusterIP: None``); with ``ClusterIP`` only."""

    ports: Sequence[PortName] | None = None
    """The ports that it carries, by name; by default all of the container's."""

    annotations: Mapping[LabelKey, Text | None] = {}
    """Annotations of the Service."""

    external_name: Host | None = None
    """The name that an ``ExternalName`` stands for, as ``erp.example.com``."""

    node_ports: Mapping[PortName, NodePortNumber] = {}
    """Ports of the nodes by the port's name; by default Kubernetes chooses. Not with ``ClusterIP``."""

    load_balancer_class: LabelKey | None = None
    """Who makes the load balancer, as ``service.k8s.aws/nlb``; by default the cloud. It can't change later."""

    load_balancer_ip: Address | None = None
    """The address that the load balancer is to have, where the cloud still reads it: Kubernetes deprecates the field in
    favour of annotations."""

    source_ranges: Sequence[CidrBlock] = ()
    """The blocks of addresses that a load balancer lets in; none for all."""

    internal: Literal["aws", "azure", "gcp"] | None = None
    """Keep the load balancer inside the network, by the annotation of this cloud."""

    allocate_node_ports: bool | None = None
    """Whether a load balancer takes ports of the nodes; Kubernetes' default is ``True``."""

    health_check_node_port: NodePortNumber | None = None
    """The port of the nodes that a load balancer asks, with the external traffic policy ``Local``."""

    external_traffic_policy: Literal["Cluster", "Local"] | None = None
    """``Local`` keeps the caller's address and its traffic on the node; Kubernetes' default is ``Cluster``."""

    internal_traffic_policy: Literal["Cluster", "Local"] | None = None
    """``Local`` keeps traffic from inside the cluster on the caller's node; Kubernetes' default is ``Cluster``."""

    traffic_distribution: Literal["PreferClose", "PreferSameZone", "PreferSameNode"] | None = None
    """``PreferClose`` prefers pods in the caller's zone; by default all alike. Since Kubernetes 1.31;
    ``PreferSameZone``, its new name, and ``PreferSameNode`` since 1.34."""

    external_ips: Sequence[Address] = ()
    """Addresses outside whose traffic some node gets and passes on, which the cluster does not manage. Kubernetes
    deprecates it since 1.36; a load balancer is the better way."""

    session_affinity: Literal["None", "ClientIP"] | None = None
    """``ClientIP`` sends a caller to the same pod; Kubernetes' default is ``None``."""

    session_affinity_seconds: Annotated[int, Field(ge=1, le=86400)] | None = None
    """Seconds that a caller stays with its pod; Kubernetes' default is 10800, three hours."""

    ip_family_policy: Literal["SingleStack", "PreferDualStack", "RequireDualStack"] | None = None
    """IPv4, IPv6 or both; Kubernetes' default is ``SingleStack``."""

    ip_families: Annotated[Sequence[Literal["IPv4", "IPv6"]], Field(max_length=2)] = ()
    """The families of addresses, the first one first; by default the cluster's."""

    publish_not_ready_addresses: bool = False
    """Answer for pods that are not ready too, as peers that find one another need it."""


if TYPE_CHECKING:
    PortLike = Port | int
else:
    PortLike = Port
