"""Who may reach the pods and whom they may reach, and the facts about the cluster that enter every policy."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from chartgen.models.base import MUST, Model, Shorthand
from chartgen.models.placement import SpotNodes
from chartgen.models.ports import Port
from chartgen.models.types import CidrBlock, LabelKey, LabelValue, Name, PortName, PortNumber, Text


class PeerPort(Shorthand):
    """A port or a range of ports; the port alone says the same as ``PeerPort(port=5432)``."""

    scalar = "port"

    port: PortName | PortNumber = MUST
    """The pods' port by name or number; of a range the first, by number."""

    end_port: PortNumber | None = None
    """The last port of a range (``endPort``), as passive FTP and RTP need one; none for a single port."""

    protocol: Literal["TCP", "UDP", "SCTP"] = "TCP"
    """The transport."""


if TYPE_CHECKING:
    PeerPortLike = PeerPort | str | int
else:
    PeerPortLike = PeerPort


class LabelRequirement(Model):
    """A condition on a label of pods, where equality is not enough (``matchExpressions``)."""

    key: LabelKey = MUST
    """The label's key."""

    operator: Literal["In", "NotIn", "Exists", "DoesNotExist"] = "In"
    """How ``values`` are compared."""

    values: Sequence[LabelValue] = ()
    """The values; none for ``Exists`` and ``DoesNotExist``."""


class Reach(Model):
    """On which ports traffic may flow between the pods and a peer."""

    rivals = (frozenset({"port", "ports"}),)

    port: PortName | PortNumber | None = None
    """The pods' port (not their Service's): theirs for egress, ours for ingress; none for all."""

    protocol: Literal["TCP", "UDP", "SCTP"] = "TCP"
    """The transport of ``port``."""

    ports: Annotated[Sequence[PeerPortLike], Field(min_length=1)] | None = None
    """Several ports or ranges, in place of ``port``: ``[5432, PeerPort(port=30000, end_port=30100)]``."""


class Peer(Reach):
    """Pods of another service, or of a whole namespace."""

    positional = ("name",)

    name: Name | None = Field(default=None, kw_only=False)
    """The other service's name (``app.kubernetes.io/name``); none for every pod of the namespace."""

    namespace: Name | None = None
    """The other service's namespace; by default this one."""

    namespace_labels: Mapping[LabelKey, LabelValue] = {}
    """Namespaces by their labels, as ``{"team": "payments"}``, in place of one by name."""

    any_namespace: bool = False
    """The pods of every namespace."""

    labels: Mapping[LabelKey, LabelValue] = {}
    """Further labels that the pods carry, where the name is not enough."""

    requirements: Sequence[LabelRequirement] = ()
    """Conditions on the pods' labels that must all hold."""


class Cidr(Reach, json_schema_extra={"required": ["cidr"]}):
    """Addresses outside the cluster."""

    positional = ("cidr",)

    cidr: CidrBlock = Field(default=MUST, kw_only=False)
    """The block, as ``10.20.0.0/16``."""

    excluding: Sequence[CidrBlock] = ()
    """Blocks inside it that are not meant (``except``)."""


class ProjectService(Reach, json_schema_extra={"required": ["service"]}):
    """A service of the same project, whose own file says which labels and ports its pods have.

    One that the project has not, and a port that the service has not, is refused; for services elsewhere there is
    ``Peer``.
    """

    positional = ("service",)

    service: Name = Field(default=MUST, kw_only=False)
    """The service's name. For egress, ``port`` and ``ports`` are its own, by name or number; none is all of them."""

    component: Name | None = None
    """The component that is meant; none for the main workload."""

    namespace: Name | None = None
    """The namespace that it runs in; by default this one."""


def _kind(value: Any) -> str:
    for kind, model, field in (("[cidr]", Cidr, "cidr"), ("[project]", ProjectService, "service")):
        if field in value if isinstance(value, Mapping) else isinstance(value, model):
            return kind
    return "[peer]"


PeerLike = Annotated[
    Annotated[Peer, Tag("[peer]")] | Annotated[Cidr, Tag("[cidr]")] | Annotated[ProjectService, Tag("[project]")],
    Discriminator(_kind),
]
"""Pods, addresses or a service of the project; what says ``cidr`` is addresses, what says ``service`` is a service."""


class NeighbourPod(Model):
    """What others need to know of a workload's pods."""

    labels: Mapping[LabelKey, LabelValue] = {}
    """Labels by which they are found, whatever the release is called."""

    ports: Mapping[PortName, Port] = {}
    """Their ports by name, those of sidecars among them."""


class Neighbour(Model):
    """What others need to know of a service of the project, in one environment."""

    workloads: Mapping[Name, NeighbourPod] = {}
    """Its workloads by component; the main one is ``main``."""


class NetworkPolicy(Model):
    """Refuse what is not named. DNS, the edge, monitoring and identity come from ``platform``.

    ``NetworkPolicy()`` refuses every caller and every call, ``NetworkPolicy(egress=None)`` every caller and no call,
    ``NetworkPolicy(ingress=None)`` the other way round.
    Source: https://kubernetes.io/docs/concepts/services-networking/network-policies/
    """

    ingress: Sequence[PeerLike] | None = ()
    """Who may call the pods, on all their ports where none is named; ``None`` leaves ingress open. A workload without
    ports takes no calls."""

    egress: Sequence[PeerLike] | None = ()
    """Whom the pods may call, DNS beside them; ``None`` leaves egress open."""


class Platform(Model):
    """Facts about the cluster: where its shared parts live. They enter every NetworkPolicy."""

    dns: Peer | None = None
    """The cluster's DNS, which pods ask on port 53, UDP and TCP."""

    node_local_dns: CidrBlock | None = None
    """The address of NodeLocal DNSCache, as ``169.254.20.10/32``: pods that ask it need a rule by address.

    Source: https://kubernetes.io/docs/tasks/administer-cluster/nodelocaldns/
    """

    monitoring: Peer | None = None
    """What scrapes metrics from the pods."""

    edge: Peer | None = None
    """What brings traffic from outside: the ingress controller or gateway."""

    identity: Peer | None = None
    """What hands out workload identities, where pods ask for them."""

    spot: SpotNodes | None = None
    """Whose labels and taints tell nodes that may be taken back: a cloud's, or Karpenter's on any of them."""

    prometheus_labels: Mapping[LabelKey, LabelValue | None] = {}
    """Labels by which the Prometheus operator selects monitors and rules: ``{"release": "kube-prometheus-stack"}``."""

    dashboard_labels: Mapping[LabelKey, LabelValue | None] = {"grafana_dashboard": "1"}
    """Labels by which Grafana's sidecar finds ConfigMaps of dashboards; by default those of its Helm chart."""

    dashboard_annotations: Mapping[LabelKey, Text | None] = {}
    """Annotations of ConfigMaps of dashboards, as ``{"grafana_folder": "Orders"}``."""
