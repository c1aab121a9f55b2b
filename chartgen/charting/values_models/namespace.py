"""values.yaml of a namespace's chart, in the order in which a reader meets it."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field

from chartgen.charting.values_models.access import ResourceRule
from chartgen.charting.values_models.base import OPTIONAL, Section
from chartgen.charting.values_models.container import QuantityValue
from chartgen.charting.values_models.identity import CommonLabels
from chartgen.charting.values_models.policy import NetworkPolicyValues
from chartgen.models.namespace import POD_SECURITY_VERSION, Level
from chartgen.models.types import Count, LabelKey, LabelValue, Name

Amount = QuantityValue | Count


class NamespaceObjectValues(Section):
    """The Namespace itself."""

    create: bool
    """Make it with the release, which then lives in another namespace; off with --create-namespace."""

    name: Name
    """The namespace that everything here is for, whatever namespace the release lives in."""

    keep: bool
    """Keep it, and all that is in it, when the release is uninstalled."""

    labels: Mapping[LabelKey, LabelValue]
    """Labels beside those of Pod Security."""

    annotations: Mapping[LabelKey, str]
    """Annotations of the Namespace."""


class PodSecurityValues(Section):
    """What pods may do at most, by Kubernetes' Pod Security Standards."""

    enforce: Level
    """Pods beyond this level are refused."""

    audit: Level
    """Pods beyond this level are noted in the audit log."""

    warn: Level
    """Whoever makes a pod beyond this level is warned."""

    version: Annotated[str, Field(pattern=POD_SECURITY_VERSION)]
    """Of the standards: latest, or that of a Kubernetes."""


class ScopeExpression(Section):
    """Pods of some PriorityClasses."""

    scope_name: Literal["PriorityClass"]
    operator: Literal["In"]
    values: Annotated[Sequence[Name], Field(min_length=1)]


class ScopeSelector(Section):
    """Which pods count; empty for all."""

    match_expressions: Annotated[Sequence[ScopeExpression], Field(min_length=1)] = OPTIONAL


class ResourceQuotaValues(Section):
    """How much may be had together."""

    hard: Mapping[LabelKey, Amount]
    """The most of each thing, under Kubernetes' names."""

    scopes: Sequence[
        Literal["BestEffort", "NotBestEffort", "Terminating", "NotTerminating", "CrossNamespacePodAffinity"]
    ]
    scope_selector: ScopeSelector


class LimitRangeItem(Section):
    """Defaults and bounds of one sort of thing."""

    type: Literal["Container", "Pod", "PersistentVolumeClaim"]
    default: Mapping[LabelKey, Amount] = OPTIONAL
    default_request: Mapping[LabelKey, Amount] = OPTIONAL
    min: Mapping[LabelKey, Amount] = OPTIONAL
    max: Mapping[LabelKey, Amount] = OPTIONAL


class PriorityClassValues(Section):
    """Who goes first when the cluster is full."""

    value: Annotated[int, Field(ge=-(2**31), le=1_000_000_000)]
    preemption_policy: Literal["PreemptLowerPriority", "Never"]
    global_default: bool
    description: str


class Subject(Section):
    """A group, a user or a ServiceAccount."""

    kind: Literal["Group", "User", "ServiceAccount"]
    api_group: Literal["rbac.authorization.k8s.io"] = OPTIONAL
    name: Annotated[str, Field(min_length=1)]
    namespace: Name = OPTIONAL


class AccessValues(Section):
    """Who may do what."""

    role: str
    """A ClusterRole that exists; empty for none."""

    rules: Sequence[ResourceRule]
    """Of a Role of their own."""

    subjects: Annotated[Sequence[Subject], Field(min_length=1)]


class NamespaceValues(Section):
    """The values of a namespace's chart."""

    environment: str
    """The environment these values are for; set by values-<environment>.yaml."""

    namespace: NamespaceObjectValues
    pod_security: PodSecurityValues
    resource_quotas: Mapping[Name, ResourceQuotaValues] = OPTIONAL
    """How much all pods may have together, by the quota's name."""

    limit_range: Annotated[Sequence[LimitRangeItem], Field(min_length=1)] = OPTIONAL
    """Defaults and bounds for each container, pod and claim, in Kubernetes' shape."""

    network_policy: NetworkPolicyValues = OPTIONAL
    priority_classes: Mapping[Name, PriorityClassValues] = OPTIONAL
    """PriorityClasses of the cluster, by name."""

    access: Mapping[Name, AccessValues] = OPTIONAL
    """Who may work there, by a name for them."""

    common_labels: CommonLabels
    """Labels on every object."""
