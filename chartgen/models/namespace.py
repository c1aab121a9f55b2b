"""A namespace for a team: what is allowed in it, how much of it, and who may work there."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from chartgen.models.access import Grant, RoleName
from chartgen.models.base import MUST, Model, without_none
from chartgen.models.locks import FieldText, Lock, RuleLevel
from chartgen.models.networking import PeerLike, Platform
from chartgen.models.preset_use import PresetLike, PresetName
from chartgen.models.types import (
    RULE,
    Count,
    EnvironmentName,
    LabelKey,
    LabelValue,
    Name,
    ObjectName,
    Quantity,
    SemVer,
    Text,
)
from chartgen.models.waiver import Waiver

Level = Literal["privileged", "baseline", "restricted"]
"""How much a pod may do. Source: https://kubernetes.io/docs/concepts/security/pod-security-standards/"""

COUNTED = r"^[a-z][-a-z0-9]*(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
ACCOUNT = r"^([a-z]([-a-z0-9]*[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]*[a-z0-9])?$"
POD_SECURITY_VERSION = r"^(latest|v1\.[0-9]{1,3})$"

CountedResource = Annotated[str, Field(pattern=COUNTED, max_length=253)]
"""A resource that a quota counts: ``pods``, or with its API group ``deployments.apps``."""

AccountRef = Annotated[str, Field(pattern=ACCOUNT, max_length=253)]
"""A ServiceAccount: ``deployer`` of this namespace, ``argocd/deployer`` of another."""

HIGHEST_PRIORITY = 1_000_000_000
"""What lies above is Kubernetes' own."""


class PodSecurity(Model):
    """What pods may do at most, by Kubernetes' Pod Security Standards; pods of chartgen's services are ``restricted``.

    Source: https://kubernetes.io/docs/concepts/security/pod-security-admission/
    """

    enforce: Level = "restricted"
    """Pods beyond this level are refused."""

    audit: Level | None = None
    """Pods beyond this level are noted in the audit log; by default as ``enforce``."""

    warn: Level | None = None
    """Whoever makes a pod beyond this level is warned; by default as ``enforce``."""

    version: Annotated[str, Field(pattern=POD_SECURITY_VERSION)] = "latest"
    """The version of the standards: ``latest``, or that of a Kubernetes, as ``v1.34``."""


class Quota(Model):
    """How much all pods of the namespace, or those of a scope, may have together.

    Source: https://kubernetes.io/docs/concepts/policy/resource-quotas/
    """

    cpu: Quantity | None = None
    """CPU requests together, as ``10``; a container without one is refused, unless ``limit_range`` has a default."""

    memory: Quantity | None = None
    """Memory requests together, as ``20Gi``."""

    cpu_limit: Quantity | None = None
    """CPU limits together; a container without a limit is then refused, unless ``limit_range`` has a default."""

    memory_limit: Quantity | None = None
    """Memory limits together."""

    ephemeral_storage: Quantity | None = None
    """Requests of local disk together."""

    ephemeral_storage_limit: Quantity | None = None
    """Limits of local disk together."""

    storage: Quantity | None = None
    """Requests of all PersistentVolumeClaims together."""

    storage_classes: Mapping[ObjectName, Quantity | None] = {}
    """The same by StorageClass: ``{"fast": "100Gi"}``."""

    pods: Count | None = None
    """Pods that have not ended."""

    services: Count | None = None
    """Services."""

    load_balancers: Count | None = None
    """Services of type LoadBalancer, each of which is a bill."""

    node_ports: Count | None = None
    """Node ports of Services."""

    config_maps: Count | None = None
    """ConfigMaps."""

    secrets: Count | None = None
    """Secrets; Helm keeps one for each of a release's last ten versions."""

    claims: Count | None = None
    """PersistentVolumeClaims."""

    objects: Mapping[CountedResource, Count | None] = {}
    """Objects of other kinds: ``{"jobs.batch": 20, "deployments.apps": 30}``."""

    scopes: Sequence[
        Literal["BestEffort", "NotBestEffort", "Terminating", "NotTerminating", "CrossNamespacePodAffinity"]
    ] = ()
    """Only pods of these sorts."""

    priority_classes: Sequence[Name] = ()
    """Only pods of these PriorityClasses."""


class Amounts(Model):
    """Amounts of what a container or pod has."""

    cpu: Quantity | None = None
    """CPU, as ``500m``."""

    memory: Quantity | None = None
    """Memory, as ``512Mi``."""

    ephemeral_storage: Quantity | None = None
    """Local disk, as ``1Gi``."""


class ContainerLimits(Model):
    """What each container has where it says nothing, and what it may say."""

    default: Amounts = Amounts()
    """The limits of a container that states none; by default ``max``."""

    default_request: Amounts = Amounts()
    """The requests of a container that states none; by default ``default``, else ``min``."""

    min: Amounts = Amounts()
    """The least that may be requested."""

    max: Amounts = Amounts()
    """The most that a limit may be."""


class PodLimits(Model):
    """What the containers of a pod may have together."""

    min: Amounts = Amounts()
    """The least that may be requested."""

    max: Amounts = Amounts()
    """The most that the limits may be; each container then needs one."""


class ClaimLimits(Model):
    """How large a PersistentVolumeClaim may be."""

    min: Quantity | None = None
    """The smallest one, as ``1Gi``."""

    max: Quantity | None = None
    """The largest one, as ``100Gi``."""


class LimitRange(Model):
    """Defaults and bounds for each container, pod and claim.

    Source: https://kubernetes.io/docs/concepts/policy/limit-range/
    """

    container: ContainerLimits | None = None
    """For each container."""

    pod: PodLimits | None = None
    """For each pod."""

    claim: ClaimLimits | None = None
    """For each PersistentVolumeClaim."""


class DefaultDeny(Model):
    """A NetworkPolicy for all pods: nothing in, nothing out but DNS, unless a policy of their own says so.

    Where DNS lives is ``platform.dns``; what scrapes metrics is ``platform.monitoring``.
    Source: https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-policies
    """

    ingress: Sequence[PeerLike] | None = ()
    """Who may call every pod all the same; ``None`` leaves ingress open."""

    egress: Sequence[PeerLike] | None = ()
    """Whom every pod may call all the same, DNS beside them; ``None`` leaves egress open."""

    within: bool = False
    """Let the pods of the namespace call one another."""


class PriorityClass(Model):
    """Who goes first when the cluster is full. It belongs to the whole cluster, and to one release in it.

    Source: https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/
    """

    value: Annotated[int, Field(ge=-(2**31))] = MUST
    """The higher goes first: 1000 for payments, 500 for analytics, say; it can't change once it is there."""

    preemption_policy: Literal["PreemptLowerPriority", "Never"] = "PreemptLowerPriority"
    """``Never`` goes first in the queue, and evicts nobody; it can't change once it is there."""

    global_default: bool = False
    """For every pod of the cluster that names none; one class of a cluster at most."""

    description: Text = ""
    """For whom it is."""


class Access(Model):
    """People and machines, and what they may do in the namespace.

    Source: https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles
    """

    groups: Sequence[Annotated[Text, Field(min_length=1, max_length=253)]] = ()
    """Groups, as the cluster's login names them: ``oidc:payments``."""

    users: Sequence[Annotated[Text, Field(min_length=1, max_length=253)]] = ()
    """Single users."""

    service_accounts: Sequence[AccountRef] = ()
    """ServiceAccounts: ``deployer`` of this namespace, ``argocd/deployer`` of another."""

    role: RoleName | None = None
    """A ClusterRole that exists: ``view``, ``edit`` and ``admin`` do everywhere."""

    grants: Sequence[Grant] = ()
    """A Role of its own, beside ``role`` or in place of it."""

    because: Annotated[Text, Field(min_length=1, max_length=500)] | None = None
    """Why ``cluster-admin`` is needed."""


class NamespaceSettings(Model):
    """What an environment, a preset and the namespace itself may all say."""

    namespace: Name | None = None
    """The namespace's name in the cluster; by default the description's."""

    create: bool = True
    """Make the Namespace with the chart. The release then lives in another namespace, since Helm needs its own before
    it makes anything; ``False`` where ``helm install --create-namespace`` or somebody else makes it."""

    keep: bool = True
    """Keep the Namespace, and all that is in it, when the release is uninstalled."""

    labels: Mapping[LabelKey, LabelValue | None] = {}
    """Labels of the Namespace: ``{"environment": "production"}``."""

    annotations: Mapping[LabelKey, Text | None] = {}
    """Annotations of the Namespace."""

    owner: LabelValue | None = None
    """The team that answers for it: the label ``owner`` on every object."""

    pod_security: PodSecurity = PodSecurity()
    """What pods may do at most."""

    quotas: Mapping[Name, Quota | None] = {}
    """How much all pods may have together, by the quota's name."""

    limit_range: LimitRange | None = None
    """Defaults and bounds for each container, pod and claim."""

    default_deny: DefaultDeny | None = DefaultDeny()
    """Refuse traffic that no policy names; ``None`` for no policy."""

    platform: Platform = Platform()
    """Facts about the cluster. A preset's, as a rule."""

    priority_classes: Mapping[Name, PriorityClass | None] = {}
    """PriorityClasses of the cluster, by name."""

    access: Mapping[Name, Access | None] = {}
    """Who may work there, by a name for them: ``{"developers": Access(groups=["payments"], role="edit")}``."""


class NamespaceOverlay(NamespaceSettings):
    """What an environment says differently."""

    extends: EnvironmentName | None = None
    """The environment whose overlay holds here too, below this one."""


class NamespacePreset(NamespaceSettings):
    """A named, versioned layer for namespaces that a platform team publishes."""

    name: Name = MUST
    """The preset's name, as namespaces state it."""

    version: SemVer = "0.1.0"
    """The preset's version."""

    description: Text = ""
    """What it is for, in a line."""

    extends: Sequence[PresetName] = ()
    """Presets that lie below this one, the later above the earlier."""

    environments: Mapping[EnvironmentName, NamespaceOverlay] = {}
    """What it says differently in an environment, and in those that extend it; one that a namespace lacks is ignored.
    All of it lies below the namespace."""

    locks: Sequence[Lock] = ()
    """What namespaces may not change: ``Lock("pod_security.enforce", equals="restricted", reason="…")``."""

    required: Sequence[FieldText] = ()
    """Fields that each namespace must state: ``["owner", "labels.cost-centre"]``."""

    rules: Mapping[Annotated[str, Field(pattern=RULE)], RuleLevel] = {}
    """How rules of good practice count: ``{"CG301": "error"}``."""

    deprecated: Text = ""
    """What to use instead; whoever has the preset is then told so."""


class Namespace(NamespaceSettings):
    """A namespace for a team: one file, one chart."""

    name: Name = MUST
    """The namespace's and the chart's name: lower-case letters, digits and dashes, 63 at most."""

    description: Annotated[Text, Field(pattern=r"^[^\n]*$", max_length=500)] = ""
    """Whose it is and what it is for, in a line."""

    version: SemVer = "0.1.0"
    """The chart's version; count it up where you publish charts."""

    presets: Sequence[PresetLike] = ()
    """Presets for namespaces that lie below this one, the later above the earlier."""

    environments: Mapping[EnvironmentName, NamespaceOverlay] = {}
    """Environments by name, and what each says differently."""

    waivers: Sequence[Waiver] = ()
    """Accepted exceptions to rules and locks."""


_Present = BeforeValidator(without_none)


class QuotaSpec(Quota):
    """A quota, complete."""

    storage_classes: Annotated[Mapping[ObjectName, Quantity], _Present] = {}
    objects: Annotated[Mapping[CountedResource, Count], _Present] = {}


class NamespaceSpec(NamespaceSettings):
    """One namespace in one environment: merged, complete, validated."""

    name: Name = MUST
    description: str = ""
    version: str = "0.1.0"
    environment: str | None = None
    labels: Annotated[Mapping[LabelKey, LabelValue], _Present] = {}
    annotations: Annotated[Mapping[LabelKey, Text], _Present] = {}
    quotas: Annotated[Mapping[Name, QuotaSpec], _Present] = {}
    priority_classes: Annotated[Mapping[Name, PriorityClass], _Present] = {}
    access: Annotated[Mapping[Name, Access], _Present] = {}
