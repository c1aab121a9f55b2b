"""values.yaml as a whole, in the order in which a reader meets it."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, ConfigDict, Field, model_validator
from pydantic.fields import FieldInfo

from chartgen.charting.values_models.base import OPTIONAL, Section
from chartgen.charting.values_models.container import (
    ContainerPort,
    EnvEntry,
    EnvFromEntry,
    LifecycleValues,
    ProbeValues,
    ResourcesValues,
    SecurityContextValues,
    VolumeMount,
)
from chartgen.charting.values_models.pod import (
    AffinityValues,
    DnsConfigValues,
    PodSecurityContextValues,
    SpreadValues,
    TolerationValues,
    VolumeValues,
)
from chartgen.charting.values_models.traffic import (
    ConnectionTestValues,
    HttpRouteValues,
    IngressValues,
    NetworkPolicyValues,
    ServiceValues,
)
from chartgen.models.types import (
    AbsolutePath,
    ConfigKey,
    Count,
    EnvName,
    LabelKey,
    LabelValue,
    Name,
    ObjectName,
    Percentage,
    PortName,
    Positive,
    Repository,
)

ObjectKey = Annotated[str, Field(pattern=r"^[A-Z][A-Za-z]*(/[-a-z0-9]+)?$")]


def _without(*reserved: str) -> tuple[AfterValidator, FieldInfo]:
    """Refuses keys that the templates print themselves: a key that stands twice is an invalid object."""

    def refuse(entries: Mapping[str, str]) -> Mapping[str, str]:
        if taken := sorted(set(entries) & set(reserved)):
            msg = f"{taken[0]} is the chart's own"
            raise ValueError(msg)
        return entries

    return AfterValidator(refuse), Field(json_schema_extra={"properties": dict.fromkeys(reserved, False)})


_SELECTOR = ("app.kubernetes.io/name", "app.kubernetes.io/instance", "app.kubernetes.io/component")
_OWN_LABELS = ("helm.sh/chart", "app.kubernetes.io/version", "app.kubernetes.io/managed-by")

CommonLabels = Annotated[Mapping[LabelKey, LabelValue], *_without(*_SELECTOR, *_OWN_LABELS)]
PodLabels = Annotated[Mapping[LabelKey, LabelValue], *_without(*_SELECTOR, *_OWN_LABELS)]
PodAnnotations = Annotated[Mapping[LabelKey, str], *_without("checksum/config", "checksum/config-files")]


class ImageValues(Section):
    """What runs."""

    repository: Repository
    """The registry and repository, without tag or digest."""

    tag: Annotated[str, Field(pattern=r"^([A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?$")]
    """An immutable tag, also the version label. Where a digest is set, the digest is what is pulled."""

    digest: Annotated[str, Field(pattern=r"^(sha256:[0-9a-f]{64})?$")]
    """The image's sha256 digest; empty to pull by tag."""

    pull_policy: Literal["IfNotPresent", "Always", "Never"]
    """When the node pulls."""

    @model_validator(mode="after")
    def _is_pinned(self) -> Self:
        if not self.tag and not self.digest:
            msg = "needs a tag or a digest"
            raise ValueError(msg)
        return self


class PullSecret(Section):
    """An existing Secret of type kubernetes.io/dockerconfigjson."""

    name: ObjectName


class IdentityValues(Section):
    """Names and labels of what already runs; never change them, Kubernetes can't."""

    selector: Mapping[LabelKey, LabelValue]
    """The labels by which Deployment and Service find their pods; empty for chartgen's own."""

    container: str
    """The main container's name; empty for the chart's name."""

    objects: Mapping[ObjectKey, ObjectName]
    """Names of single objects where they differ, by kind: Service, ConfigMap, ConfigMap/files, Ingress/<route>."""


class ConfigFile(Section):
    """A file that is mounted from a ConfigMap."""

    content: str
    mount_path: AbsolutePath


class RollingUpdate(Section):
    """How many pods may be too many, and how many missing, while a new version comes."""

    max_surge: Count | Percentage
    max_unavailable: Count | Percentage


class StrategyValues(Section):
    """How a new version replaces the old one."""

    type: Literal["RollingUpdate", "Recreate"]
    rolling_update: RollingUpdate = OPTIONAL


class ScalingPolicy(Section):
    """At most so many pods, or so many per cent, in a period."""

    type: Literal["Pods", "Percent"]
    value: Positive
    period_seconds: Annotated[int, Field(ge=1, le=1800)]


class ScalingRules(Section):
    """How fast the number of pods may change in one direction."""

    stabilization_window_seconds: Annotated[int, Field(ge=0, le=3600)]
    select_policy: Literal["Max", "Min", "Disabled"]
    policies: Sequence[ScalingPolicy]


class ScalingBehavior(Section):
    """How fast the number of pods may grow and shrink."""

    scale_up: ScalingRules
    scale_down: ScalingRules


class AutoscalingValues(Section):
    """A HorizontalPodAutoscaler; while enabled it owns the number of copies."""

    model_config = ConfigDict(
        json_schema_extra={
            "anyOf": [
                {"required": ["targetCPUUtilizationPercentage"]},
                {"required": ["targetMemoryUtilizationPercentage"]},
            ]
        }
    )

    enabled: bool
    """Scale; replicaCount is unused then."""

    min_replicas: Positive
    """Copies kept running when idle."""

    max_replicas: Positive
    """Copies allowed at peak."""

    target_cpu_utilization_percentage: Annotated[Positive, Field(alias="targetCPUUtilizationPercentage")] = OPTIONAL
    """Share of the CPU request that the copies are kept at."""

    target_memory_utilization_percentage: Positive = OPTIONAL
    """Share of the memory request that the copies are kept at."""

    behavior: ScalingBehavior

    @model_validator(mode="after")
    def _has_a_metric(self) -> Self:
        if self.model_fields_set.isdisjoint(
            {"target_cpu_utilization_percentage", "target_memory_utilization_percentage"}
        ):
            msg = "needs a CPU or a memory target"
            raise ValueError(msg)
        return self


class PodDisruptionBudgetValues(Section):
    """How many pods a drain may take at a time. On where an environment runs two copies or more."""

    model_config = ConfigDict(
        json_schema_extra={"oneOf": [{"required": ["maxUnavailable"]}, {"required": ["minAvailable"]}]}
    )

    enabled: bool
    """Print it; one copy alone needs none."""

    max_unavailable: Count | Percentage = OPTIONAL
    """How many may be missing."""

    min_available: Count | Percentage = OPTIONAL
    """How many must stay."""

    unhealthy_pod_eviction_policy: Literal["AlwaysAllow", "IfHealthyBudget"]
    """AlwaysAllow lets a drain take pods that are not ready anyway."""

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        if len(self.model_fields_set & {"max_unavailable", "min_available"}) != 1:
            msg = "needs exactly one of maxUnavailable and minAvailable"
            raise ValueError(msg)
        return self


class ServiceAccountValues(Section):
    """Who the pods are to the API server."""

    create: bool
    """Make it with the chart."""

    automount: bool
    """Mount a token; only for pods that call the API."""

    annotations: Mapping[str, str]
    """As a cloud's workload identity needs them."""

    name: Annotated[str, Field(pattern=r"^([a-z0-9]([-a-z0-9.]*[a-z0-9])?)?$", max_length=253)]
    """Empty for <fullname>, or for default where create is false."""


class Values(Section):
    """The values of a chart."""

    environment: str
    """The environment these values are for; set by values-<environment>.yaml."""

    replica_count: Count
    """Copies to run; unused while autoscaling.enabled."""

    image: ImageValues
    image_pull_secrets: Sequence[PullSecret]
    """Existing Secrets for a private registry."""

    fullname_override: Annotated[str, Field(pattern=r"^([a-z]([-a-z0-9]*[a-z0-9])?)?$", max_length=63)]
    """Replaces <release>-<chart> in every name."""

    identity: IdentityValues = OPTIONAL
    common_labels: CommonLabels
    """Labels on every object."""

    common_annotations: Mapping[LabelKey, str]
    """Annotations on every object."""

    pod_labels: PodLabels
    """Labels on the pods beside the selector's; a change rolls them."""

    pod_annotations: PodAnnotations
    """Annotations on the pods; a change rolls them."""

    command: Sequence[str]
    """Replaces the image's entrypoint; empty keeps it."""

    args: Sequence[str]
    """Replaces the image's command; empty keeps it."""

    working_dir: str
    """The folder that the process starts in; empty for the image's."""

    env: Mapping[EnvName, EnvEntry]
    """Environment variables written in the pod: value or valueFrom as in Kubernetes, or expand for a text that refers
    to other variables as $(NAME)."""

    env_from: Sequence[EnvFromEntry]
    """Existing ConfigMaps and Secrets of which every key becomes a variable."""

    config: Mapping[ConfigKey, str] = OPTIONAL
    """Environment variables kept in a ConfigMap; a change rolls the pods."""

    config_files: Mapping[ConfigKey, ConfigFile] = OPTIONAL
    """Files kept in a ConfigMap; a change rolls the pods."""

    service: ServiceValues = OPTIONAL
    container_ports: Mapping[PortName, ContainerPort]
    """Ports that the process listens on, by name."""

    readiness_probe: ProbeValues
    """Ready for traffic: may test dependencies."""

    liveness_probe: ProbeValues
    """The process lives: tests nothing else."""

    startup_probe: ProbeValues
    """Has started; the other two wait for it."""

    termination_grace_period_seconds: Count
    """Seconds between SIGTERM and SIGKILL: the drain, the longest request, and room."""

    lifecycle: LifecycleValues
    resources: ResourcesValues
    autoscaling: AutoscalingValues = OPTIONAL
    pod_disruption_budget: PodDisruptionBudgetValues = OPTIONAL
    strategy: StrategyValues
    min_ready_seconds: Count = OPTIONAL
    """Seconds a new pod must stay ready before it counts as available."""

    progress_deadline_seconds: Positive = OPTIONAL
    """Seconds after which a rollout without progress counts as failed."""

    revision_history_limit: Positive
    """Old versions kept for a rollback."""

    service_account: ServiceAccountValues
    pod_security_context: PodSecurityContextValues
    security_context: SecurityContextValues
    spread: SpreadValues
    affinity: AffinityValues
    node_selector: Mapping[LabelKey, LabelValue]
    """Labels that a node must carry."""

    tolerations: Sequence[TolerationValues]
    """Taints of nodes that the pods tolerate."""

    priority_class_name: str
    """Who goes first when the cluster is full; empty for the default."""

    volumes: Sequence[VolumeValues]
    """The pod's volumes, in Kubernetes' shape."""

    volume_mounts: Sequence[VolumeMount]
    """Where the container finds them."""

    enable_service_links: bool
    """Variables for every Service of the namespace, as old clusters had them."""

    dns_policy: Literal["", "ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"]
    """How the pods resolve names; empty for ClusterFirst."""

    dns_config: DnsConfigValues
    termination_message_policy: Literal["", "File", "FallbackToLogsOnError"]
    """FallbackToLogsOnError shows the last log lines as the reason of a crash; empty for File."""

    ingress: IngressValues = OPTIONAL
    extra_ingresses: Mapping[Name, IngressValues] = OPTIONAL
    """Further routes, each an Ingress of its own."""

    http_route: HttpRouteValues = OPTIONAL
    extra_http_routes: Mapping[Name, HttpRouteValues] = OPTIONAL
    """Further routes, each an HTTPRoute of its own."""

    network_policy: NetworkPolicyValues = OPTIONAL
    connection_test: ConnectionTestValues = OPTIONAL
