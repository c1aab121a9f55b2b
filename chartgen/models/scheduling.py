"""Where pods run: apart from one another, near to others, on which nodes."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field

from chartgen.models.base import MUST, Model
from chartgen.models.networking import LabelRequirement
from chartgen.models.placement import SpreadConstraint
from chartgen.models.types import Count, LabelKey, LabelValue, Name


class Spread(Model):
    """How the copies keep apart: a budget without spread blocks a drain.

    ``soft`` prefers it, ``hard`` insists and leaves pods Pending where it can't be, ``None`` leaves it.
    Source: https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
    """

    hosts: Literal["soft", "hard"] | None = "soft"
    """On different nodes, by pod anti-affinity."""

    zones: Literal["soft", "hard"] | None = "soft"
    """Evenly over zones, by a topology spread constraint."""

    constraints: Mapping[Name, SpreadConstraint | None] = {}
    """Further constraints, by a name of your own."""


class Toleration(Model):
    """A taint of nodes that the pod tolerates.

    Source: https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
    """

    key: LabelKey | None = None
    """The taint's key; none with ``Exists`` tolerates every taint."""

    operator: Literal["Equal", "Exists"] = "Equal"
    """``Exists`` takes any value."""

    value: LabelValue | None = None
    """The taint's value."""

    effect: Literal["NoSchedule", "PreferNoSchedule", "NoExecute"] | None = None
    """The taint's effect; none for all of them."""

    toleration_seconds: Count | None = None
    """Seconds before a ``NoExecute`` taint drives the pod away; none for never."""


class NodeRequirement(Model):
    """A condition on a node's label."""

    key: LabelKey = MUST
    """The label's key."""

    operator: Literal["In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"] = "In"
    """How ``values`` are compared."""

    values: Sequence[LabelValue] = ()
    """The values; none for ``Exists`` and ``DoesNotExist``, one number for ``Gt`` and ``Lt``."""

    weight: Annotated[int, Field(ge=1, le=100)] | None = None
    """A weight makes it a preference; without one, nodes that don't meet it are out."""


class OtherPods(Model):
    """Other pods, and what counts as near to them."""

    rivals = (frozenset({"namespace", "namespaces"}),)

    app: Name | None = None
    """The other service's name (``app.kubernetes.io/name``)."""

    labels: Mapping[LabelKey, LabelValue] = {}
    """Labels of the other pods."""

    expressions: Sequence[LabelRequirement] = ()
    """Conditions on labels of the other pods."""

    namespace: Name | None = None
    """The other service's namespace; by default this one."""

    namespaces: Sequence[Name] | None = None
    """The other pods' namespaces, where there are several."""

    namespace_labels: Mapping[LabelKey, LabelValue] = {}
    """Namespaces by their labels (``namespaceSelector``), beside those by name."""

    namespace_expressions: Sequence[LabelRequirement] = ()
    """Conditions on labels of namespaces."""

    any_namespace: bool = False
    """The pods of every namespace."""

    match_label_keys: Sequence[LabelKey] = ()
    """Labels that the other pods have the same value of as this one: ``pod-template-hash`` for pods of one version.
    Since Kubernetes 1.31."""

    mismatch_label_keys: Sequence[LabelKey] = ()
    """Labels that the other pods have another value of than this one: ``tenant`` for pods of others. Since Kubernetes
    1.31."""

    topology_key: LabelKey = "kubernetes.io/hostname"
    """What counts as near: the same node, or ``topology.kubernetes.io/zone`` for the same zone."""

    weight: Annotated[int, Field(ge=1, le=100)] | None = 100
    """The preference's weight; ``None`` insists and leaves the pod Pending where it can't be."""


class PodAffinity(OtherPods):
    """Other pods that this one belongs near to."""


class PodAntiAffinity(OtherPods):
    """Other pods that this one keeps away from; how its own copies keep apart is ``spread``."""


class DnsOption(Model):
    """A resolver option, as ``ndots``."""

    name: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")] = MUST
    """The option's name."""

    value: Annotated[str, Field(pattern=r"^[0-9A-Za-z.-]+$")] | None = None
    """The option's value, as text."""


class Dns(Model):
    """How the pod resolves names.

    Source: https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/
    """

    policy: Literal["ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"] | None = None
    """Kubernetes' default is ``ClusterFirst``; ``None`` as text takes only what stands here."""

    nameservers: Annotated[Sequence[Annotated[str, Field(pattern=r"^[0-9a-f.:]+$")]], Field(max_length=3)] = ()
    """Addresses of name servers."""

    searches: Sequence[Annotated[str, Field(pattern=r"^[-a-z0-9._]+$", max_length=253)]] = ()
    """Search domains."""

    options: Sequence[DnsOption] = ()
    """Resolver options."""
