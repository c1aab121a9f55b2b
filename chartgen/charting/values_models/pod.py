"""The values that a pod reads beside its containers: security, scheduling, DNS, volumes."""

from collections.abc import Mapping, Sequence
from typing import Literal

from chartgen.charting.values_models.base import OPTIONAL, Section
from chartgen.charting.values_models.container import AppArmorProfile, SeccompProfile, SeLinuxOptions
from chartgen.models.security import Sysctl
from chartgen.models.types import Count, LabelKey, LabelValue, Positive


class ReadinessGateValues(Section):
    """A condition that something outside the pod sets."""

    condition_type: LabelKey


class SchedulingGateValues(Section):
    """What something outside takes away before the pod is scheduled."""

    name: LabelKey


class SysctlValues(Section):
    """A kernel parameter of the pod."""

    name: Sysctl
    value: str


class PodSecurityContextValues(Section):
    """Security settings for all containers of the pod."""

    run_as_non_root: bool = OPTIONAL
    run_as_user: Count = OPTIONAL
    run_as_group: Count = OPTIONAL
    fs_group: Count = OPTIONAL
    fs_group_change_policy: Literal["OnRootMismatch", "Always"] = OPTIONAL
    supplemental_groups: Sequence[Count] = OPTIONAL
    seccomp_profile: SeccompProfile = OPTIONAL
    app_armor_profile: AppArmorProfile = OPTIONAL
    se_linux_options: SeLinuxOptions = OPTIONAL
    sysctls: Sequence[SysctlValues] = OPTIONAL


class TolerationValues(Section):
    """A taint that the pod tolerates."""

    key: str = OPTIONAL
    operator: Literal["Equal", "Exists"]
    value: str = OPTIONAL
    effect: Literal["NoSchedule", "PreferNoSchedule", "NoExecute"] = OPTIONAL
    toleration_seconds: Count = OPTIONAL


class MatchExpression(Section):
    """A condition on a label."""

    key: str
    operator: Literal["In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"]
    values: Sequence[str] = OPTIONAL


class NodeSelectorTerm(Section):
    """Conditions on a node that must all hold."""

    match_expressions: Sequence[MatchExpression]


class NodeSelector(Section):
    """Terms of which one must hold."""

    node_selector_terms: Sequence[NodeSelectorTerm]


class PreferredNodeTerm(Section):
    """A term that is preferred with a weight."""

    weight: Positive
    preference: NodeSelectorTerm


class NodeAffinityValues(Section):
    """Which nodes the pod may run on, and which it prefers."""

    required_during_scheduling_ignored_during_execution: NodeSelector = OPTIONAL
    preferred_during_scheduling_ignored_during_execution: Sequence[PreferredNodeTerm] = OPTIONAL


class LabelSelectorValues(Section):
    """Pods or namespaces that carry these labels."""

    match_labels: Mapping[LabelKey, LabelValue] = OPTIONAL
    match_expressions: Sequence[MatchExpression] = OPTIONAL


class PodAffinityTermValues(Section):
    """Other pods, and the part of the cluster that counts as near to them."""

    label_selector: LabelSelectorValues
    namespaces: Sequence[str] = OPTIONAL
    namespace_selector: LabelSelectorValues = OPTIONAL
    topology_key: str
    match_label_keys: Sequence[LabelKey] = OPTIONAL
    mismatch_label_keys: Sequence[LabelKey] = OPTIONAL


class WeightedPodAffinityTerm(Section):
    """Such a term, preferred with a weight."""

    weight: Positive
    pod_affinity_term: PodAffinityTermValues


class PodAffinityValues(Section):
    """Which other pods this one belongs near to."""

    required_during_scheduling_ignored_during_execution: Sequence[PodAffinityTermValues] = OPTIONAL
    preferred_during_scheduling_ignored_during_execution: Sequence[WeightedPodAffinityTerm] = OPTIONAL


class AffinityValues(Section):
    """Nodes and other pods that this pod seeks or keeps away from; how its copies keep apart stands under spread."""

    node_affinity: NodeAffinityValues = OPTIONAL
    pod_affinity: PodAffinityValues = OPTIONAL
    pod_anti_affinity: PodAffinityValues = OPTIONAL


class SpreadConstraintValues(Section):
    """A topology spread constraint; the pods are the copies."""

    topology_key: LabelKey
    max_skew: Positive
    when_unsatisfiable: Literal["DoNotSchedule", "ScheduleAnyway"]
    min_domains: Positive = OPTIONAL
    node_affinity_policy: Literal["Honor", "Ignore"]
    node_taints_policy: Literal["Honor", "Ignore"]


class SpreadValues(Section):
    """How the copies keep apart: soft prefers it, hard insists, empty leaves it."""

    hosts: Literal["", "soft", "hard"]
    """On different nodes (anti-affinity). hard leaves pods Pending where copies outnumber nodes."""

    zones: Literal["", "soft", "hard"]
    """Evenly over zones (topology spread)."""

    constraints: Sequence[SpreadConstraintValues]
    """Further constraints."""


class DnsOption(Section):
    """A resolver option."""

    name: str
    value: str = OPTIONAL


class DnsConfigValues(Section):
    """What is added to the pod's resolv.conf."""

    nameservers: Sequence[str] = OPTIONAL
    searches: Sequence[str] = OPTIONAL
    options: Sequence[DnsOption] = OPTIONAL
