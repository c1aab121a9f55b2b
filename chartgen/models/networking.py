"""Who may reach the pods and whom they may reach, and the facts about the cluster that enter every policy."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from chartgen.models.base import MUST, Model
from chartgen.models.types import CidrBlock, LabelKey, LabelValue, Name, PortName, PortNumber


class Peer(Model):
    """Pods of another service, or of a whole namespace."""

    positional = ("name",)

    name: Name | None = Field(default=None, kw_only=False)
    """The other service's name (``app.kubernetes.io/name``); none for every pod of the namespace."""

    namespace: Name | None = None
    """The other service's namespace; by default this one."""

    labels: Mapping[LabelKey, LabelValue] = {}
    """Further labels that the pods carry, where the name is not enough."""

    port: PortName | PortNumber | None = None
    """The pods' port (not their Service's): theirs for egress, ours for ingress; none for all."""

    protocol: Literal["TCP", "UDP", "SCTP"] = "TCP"
    """The transport."""


class Cidr(Model):
    """Addresses outside the cluster."""

    positional = ("cidr",)

    cidr: CidrBlock = Field(default=MUST, kw_only=False)
    """The block, as ``10.20.0.0/16``."""

    excluding: Sequence[CidrBlock] = ()
    """Blocks inside it that are not meant (``except``)."""

    port: PortName | PortNumber | None = None
    """The port; none for all."""

    protocol: Literal["TCP", "UDP", "SCTP"] = "TCP"
    """The transport."""


def _kind(value: Any) -> str:
    says_cidr = "cidr" in value if isinstance(value, Mapping) else isinstance(value, Cidr)
    return "cidr" if says_cidr else "peer"


PeerLike = Annotated[Annotated[Peer, Tag("peer")] | Annotated[Cidr, Tag("cidr")], Discriminator(_kind)]
"""Pods or addresses; what says ``cidr`` is addresses."""


class NetworkPolicy(Model):
    """Refuse what is not named. DNS, the edge, monitoring and identity come from ``platform``.

    Source: https://kubernetes.io/docs/concepts/services-networking/network-policies/
    """

    ingress: Sequence[PeerLike] | None = ()
    """Who may call the pods; ``None`` leaves ingress open."""

    egress: Sequence[PeerLike] | None = ()
    """Whom the pods may call, DNS beside them; ``None`` leaves egress open."""


class Platform(Model):
    """Facts about the cluster: where its shared parts live. They enter every NetworkPolicy."""

    dns: Peer | None = None
    """The cluster's DNS, which pods ask on port 53, UDP and TCP."""

    monitoring: Peer | None = None
    """What scrapes metrics from the pods."""

    edge: Peer | None = None
    """What brings traffic from outside: the ingress controller or gateway."""

    identity: Peer | None = None
    """What hands out workload identities, where pods ask for them."""
