"""The values of Services."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field

from chartgen.charting.values_models.base import OPTIONAL, Section
from chartgen.models.host import Address
from chartgen.models.ports import NodePortNumber
from chartgen.models.types import CidrBlock, Host, PortName, PortNumber


class ServicePort(Section):
    """A port of the Service."""

    port: PortNumber
    target_port: PortName | PortNumber
    protocol: Literal["TCP", "UDP", "SCTP"]
    app_protocol: str = OPTIONAL
    node_port: NodePortNumber = OPTIONAL


class ServiceValues(Section):
    """A Service in front of the pods."""

    type: Literal["ClusterIP", "NodePort", "LoadBalancer", "ExternalName"]
    """How the Service is reached."""

    headless: bool = OPTIONAL
    """No address of its own: its name leads to each pod."""

    external_name: Host = OPTIONAL
    """The name that it stands for."""

    annotations: Mapping[str, str]
    """Annotations of the Service."""

    ports: Mapping[PortName, ServicePort]
    """Ports by name; targetPort names a container port."""

    load_balancer_class: str = OPTIONAL
    """Who makes the load balancer."""

    load_balancer_ip: Annotated[Address, Field(alias="loadBalancerIP")] = OPTIONAL
    """The address that the load balancer is to have."""

    load_balancer_source_ranges: Sequence[CidrBlock] = OPTIONAL
    """The blocks of addresses that the load balancer lets in."""

    allocate_load_balancer_node_ports: bool = OPTIONAL
    """Whether the load balancer takes ports of the nodes."""

    health_check_node_port: NodePortNumber = OPTIONAL
    """The port of the nodes that the load balancer asks."""

    external_traffic_policy: Literal["Cluster", "Local"] = OPTIONAL
    """Local keeps the caller's address, and its traffic on the node."""

    publish_not_ready_addresses: bool = OPTIONAL
    """Answer for pods that are not ready too, as peers that find one another need it."""

    internal_traffic_policy: Literal["Cluster", "Local"] = OPTIONAL
    """Local keeps traffic from inside the cluster on the caller's node."""

    traffic_distribution: Literal["PreferClose", "PreferSameZone", "PreferSameNode"] = OPTIONAL
    """PreferClose prefers pods in the caller's zone."""

    external_ips: Annotated[Sequence[Address], Field(alias="externalIPs")] = OPTIONAL
    """Addresses outside whose traffic some node gets."""

    session_affinity: Literal["None", "ClientIP"] = OPTIONAL
    """ClientIP sends a caller to the same pod."""

    session_affinity_seconds: Annotated[int, Field(ge=1, le=86400)] = OPTIONAL
    """Seconds that a caller stays with its pod."""

    ip_family_policy: Literal["SingleStack", "PreferDualStack", "RequireDualStack"] = OPTIONAL
    """IPv4, IPv6 or both."""

    ip_families: Annotated[Sequence[Literal["IPv4", "IPv6"]], Field(max_length=2)] = OPTIONAL
    """The families of addresses, the first one first."""
