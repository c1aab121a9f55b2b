"""values.yaml as a whole, in the order in which a reader meets it."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field

from chartgen.charting.values_models.access import RbacValues
from chartgen.charting.values_models.base import OPTIONAL, Section
from chartgen.charting.values_models.configuration import (
    ConfigFileValues,
    ConfigMapValues,
    ExternalSecretValues,
    ReadsValues,
    SealedSecretValues,
)
from chartgen.charting.values_models.container import (
    ContainerPort,
    EnvEntry,
    EnvFromEntry,
    InitContainerValues,
    LifecycleValues,
    ProbeValues,
    ResizePolicyValues,
    ResourcesValues,
    SecurityContextValues,
    SidecarValues,
    VolumeDevice,
    VolumeMount,
)
from chartgen.charting.values_models.helm_tests import HelmTestValues
from chartgen.charting.values_models.identity import (
    CommonLabels,
    IdentityValues,
    PodAnnotations,
    PodLabels,
    ServiceAccountValues,
)
from chartgen.charting.values_models.image import ImageValues, PullSecret
from chartgen.charting.values_models.istio_auth import (
    AuthorizationPolicyValues,
    PeerAuthenticationValues,
    RequestAuthenticationValues,
)
from chartgen.charting.values_models.keda import KedaValues, ScaledJobValues
from chartgen.charting.values_models.kinds import (
    ClaimRetentionValues,
    CronJobValues,
    HookValues,
    JobValues,
    OrdinalsValues,
    UpdateStrategyValues,
)
from chartgen.charting.values_models.mesh import (
    CertificateValues,
    DestinationRuleValues,
    IstioGatewayValues,
    OpenshiftRouteValues,
    VirtualServiceValues,
)
from chartgen.charting.values_models.monitoring import (
    DashboardsValues,
    PodMonitorValues,
    PrometheusRuleValues,
    ServiceMonitorValues,
)
from chartgen.charting.values_models.pod import (
    AffinityValues,
    DnsConfigValues,
    PodSecurityContextValues,
    ReadinessGateValues,
    SchedulingGateValues,
    SpreadValues,
    TolerationValues,
)
from chartgen.charting.values_models.policy import NetworkPolicyValues
from chartgen.charting.values_models.raw import ContainerFields, Fields, ManifestValues, PodFields
from chartgen.charting.values_models.routes import GrpcRouteValues, HttpRouteValues, IngressValues
from chartgen.charting.values_models.scaling import AutoscalingValues, PodDisruptionBudgetValues, StrategyValues
from chartgen.charting.values_models.services import ServiceValues
from chartgen.charting.values_models.storage import ClaimValues, OwnedClaimValues, SecretProviderValues, VolumeValues
from chartgen.charting.values_models.traefik import IngressRouteValues, TraefikMiddlewareValues
from chartgen.charting.values_models.traffic import (
    ConnectionTestValues,
)
from chartgen.charting.values_models.vertical import VpaValues
from chartgen.models.host import Address
from chartgen.models.kinds import Kind
from chartgen.models.types import (
    ConfigKey,
    Count,
    EnvName,
    LabelKey,
    LabelValue,
    Name,
    ObjectKey,
    ObjectName,
    PortName,
    Positive,
)

_LASTING = (
    "revisionHistoryLimit",
    "containerPorts",
    "readinessProbe",
    "livenessProbe",
    "startupProbe",
    "lifecycle",
)


class Shared(Section):
    """What comes first."""

    environment: str
    """The environment these values are for; set by values-<environment>.yaml."""


class WorkloadValues(Section):
    """What a workload says; of a component, what is absent is the main workload's, or does not go with its kind."""

    replica_count: Count = OPTIONAL
    """Copies to run; unused while autoscaling.enabled."""

    image: ImageValues
    image_pull_secrets: Sequence[PullSecret]
    """Existing Secrets for a private registry."""

    identity: IdentityValues = OPTIONAL
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

    config_files: Mapping[ConfigKey, ConfigFileValues] = OPTIONAL
    """Files kept in a ConfigMap; a change rolls the pods."""

    reads: ReadsValues = OPTIONAL
    """The chart's own ConfigMaps and Secrets that the pods read: a change of one rolls them."""

    reloader: bool = OPTIONAL
    """Let Stakater's Reloader roll the pods when a ConfigMap or Secret that they read changes in the cluster."""

    service: ServiceValues = OPTIONAL
    services: Mapping[Name, ServiceValues] = OPTIONAL
    """Further Services of the same pods, by name."""

    container_ports: Mapping[PortName, ContainerPort] = OPTIONAL
    """Ports that the process listens on, by name."""

    readiness_probe: ProbeValues = OPTIONAL
    """Ready for traffic: may test dependencies."""

    liveness_probe: ProbeValues = OPTIONAL
    """The process lives: tests nothing else."""

    startup_probe: ProbeValues = OPTIONAL
    """Has started; the other two wait for it."""

    termination_grace_period_seconds: Count
    """Seconds between SIGTERM and SIGKILL: the drain, the longest request, and room."""

    lifecycle: LifecycleValues = OPTIONAL
    resources: ResourcesValues
    resize_policy: Sequence[ResizePolicyValues] = OPTIONAL
    """What a change of resources in a running pod does to the container."""

    autoscaling: AutoscalingValues = OPTIONAL
    keda: KedaValues = OPTIONAL
    vpa: VpaValues = OPTIONAL
    scaled_job: ScaledJobValues = OPTIONAL
    pod_disruption_budget: PodDisruptionBudgetValues = OPTIONAL

    strategy: StrategyValues = OPTIONAL
    update_strategy: UpdateStrategyValues = OPTIONAL

    min_ready_seconds: Count = OPTIONAL
    """Seconds a new pod must stay ready before it counts as available."""

    progress_deadline_seconds: Positive = OPTIONAL
    """Seconds after which a rollout without progress counts as failed."""

    revision_history_limit: Positive = OPTIONAL
    """Old versions kept for a rollback."""

    pod_management_policy: Literal["OrderedReady", "Parallel"] = OPTIONAL
    """Copies one after another, or all at once."""

    ordinals: OrdinalsValues = OPTIONAL
    persistent_volume_claim_retention_policy: ClaimRetentionValues = OPTIONAL
    volume_claim_templates: Mapping[Name, ClaimValues] = OPTIONAL
    """A disk for each copy, by name."""

    job: JobValues = OPTIONAL
    hook: HookValues = OPTIONAL
    cron_job: CronJobValues = OPTIONAL
    sidecars: Mapping[Name, SidecarValues] = OPTIONAL
    """Containers that run beside the workload's own, by name."""

    init_containers: Sequence[InitContainerValues] = OPTIONAL
    """Containers that run to their end before the workload's own starts, in this order."""

    service_account: ServiceAccountValues
    rbac: RbacValues = OPTIONAL
    pod_security_context: PodSecurityContextValues

    security_context: SecurityContextValues
    spread: SpreadValues = OPTIONAL

    affinity: AffinityValues
    node_selector: Mapping[LabelKey, LabelValue]
    """Labels that a node must carry."""

    tolerations: Sequence[TolerationValues]
    """Taints of nodes that the pods tolerate."""

    scheduler_name: str
    """Another scheduler than Kubernetes' own; empty for that."""

    runtime_class_name: str
    """What runs the containers; empty for the nodes' default."""

    priority_class_name: str
    """Who goes first when the cluster is full; empty for the default."""

    persistent_volume_claims: Mapping[Name, OwnedClaimValues] = OPTIONAL
    """Disks of the chart's own, by the volume's name."""

    secret_providers: Mapping[Name, SecretProviderValues] = OPTIONAL
    """SecretProviderClasses of the chart's own, by the volume's name."""

    volumes: Sequence[VolumeValues]
    """The pod's volumes, in Kubernetes' shape."""

    volume_mounts: Sequence[VolumeMount]
    """Where the container finds them."""

    volume_devices: Sequence[VolumeDevice] = OPTIONAL
    """Where the container finds bare devices of disks."""

    enable_service_links: bool
    """Variables for every Service of the namespace, as old clusters had them."""

    dns_policy: Literal["", "ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"]
    """How the pods resolve names; empty for ClusterFirst."""

    dns_config: DnsConfigValues
    termination_message_policy: Literal["", "File", "FallbackToLogsOnError"]
    """FallbackToLogsOnError shows the last log lines as the reason of a crash; empty for File."""

    termination_message_path: str = OPTIONAL
    """The file whose content becomes the reason of an end."""

    stdin: bool = OPTIONAL
    """Keep standard input open."""

    stdin_once: bool = OPTIONAL
    """Close standard input when the first who attached leaves."""

    tty: bool = OPTIONAL
    """Give the process a terminal."""

    hostname: Name = OPTIONAL
    """The pods' host name."""

    subdomain: Name = OPTIONAL
    """The headless Service under whose name the pods have one each."""

    set_hostname_as_fqdn: Annotated[bool, Field(alias="setHostnameAsFQDN")] = OPTIONAL
    """Let the kernel's host name be the whole name."""

    host_aliases: Mapping[Address, Annotated[Sequence[ObjectName], Field(min_length=1)]] = OPTIONAL
    """Names by address, for /etc/hosts."""

    host_network: bool = OPTIONAL
    """Share the node's network."""

    host_pid: Annotated[bool, Field(alias="hostPID")] = OPTIONAL
    """Share the node's processes."""

    host_ipc: Annotated[bool, Field(alias="hostIPC")] = OPTIONAL
    """Share the node's memory segments."""

    host_users: bool = OPTIONAL
    """false gives the pod users of its own."""

    readiness_gates: Sequence[ReadinessGateValues] = OPTIONAL
    """Conditions that something outside the pod sets before it counts as ready."""

    scheduling_gates: Sequence[SchedulingGateValues] = OPTIONAL
    """What something outside takes away before the pods are scheduled."""

    share_process_namespace: bool = OPTIONAL
    """Let the containers of the pod see each other's processes."""

    network_policy: NetworkPolicyValues = OPTIONAL
    service_monitor: ServiceMonitorValues = OPTIONAL
    pod_monitor: PodMonitorValues = OPTIONAL
    prometheus_rule: PrometheusRuleValues = OPTIONAL

    container_extra: ContainerFields = OPTIONAL
    """Further fields of the container, in Kubernetes' own shape."""

    pod_extra: PodFields = OPTIONAL
    """Further fields of the pod, in Kubernetes' own shape."""

    patches: Mapping[ObjectKey, Fields] = OPTIONAL
    """Fields laid over the objects that the chart makes, by the object, in Kubernetes' own shape."""


class ComponentValues(WorkloadValues):
    """A further workload: sections that the main one has as well are absent, and read there."""

    fullname_override: ObjectName = OPTIONAL
    """Replaces <release>-<chart>-<component> in the component's names."""

    image: ImageValues = OPTIONAL
    image_pull_secrets: Sequence[PullSecret] = OPTIONAL
    pod_labels: PodLabels = OPTIONAL
    pod_annotations: PodAnnotations = OPTIONAL
    env: Mapping[EnvName, EnvEntry] = OPTIONAL
    env_from: Sequence[EnvFromEntry] = OPTIONAL
    service_account: ServiceAccountValues = OPTIONAL


class Values(WorkloadValues, Shared):
    """The values of a chart, whatever the kind of its main workload."""

    fullname_override: Annotated[str, Field(pattern=r"^([a-z]([-a-z0-9]*[a-z0-9])?)?$", max_length=63)]
    """Replaces <release>-<chart> in every name."""

    common_labels: CommonLabels
    """Labels on every object."""

    common_annotations: Mapping[LabelKey, str]
    """Annotations on every object."""

    config_maps: Mapping[Name, ConfigMapValues] = OPTIONAL
    """ConfigMaps of the chart, which env, envFrom and volumes name by own."""

    external_secrets: Mapping[Name, ExternalSecretValues] = OPTIONAL
    """Secrets that the External Secrets operator fetches from a store; env, envFrom and volumes name them by own."""

    sealed_secrets: Mapping[Name, SealedSecretValues] = OPTIONAL
    """Secrets as ciphertext, which the cluster's controller opens; env, envFrom and volumes name them by own."""

    ingress: IngressValues = OPTIONAL
    extra_ingresses: Mapping[Name, IngressValues] = OPTIONAL
    """Further routes, each an Ingress of its own."""

    http_route: HttpRouteValues = OPTIONAL
    extra_http_routes: Mapping[Name, HttpRouteValues] = OPTIONAL
    """Further routes, each an HTTPRoute of its own."""

    grpc_route: GrpcRouteValues = OPTIONAL
    extra_grpc_routes: Mapping[Name, GrpcRouteValues] = OPTIONAL
    """Further routes, each a GRPCRoute of its own."""

    certificates: Mapping[Name, CertificateValues] = OPTIONAL
    """Certificates that cert-manager keeps in Secrets; an empty secretName is <fullname>-<name>."""

    virtual_services: Mapping[Name, VirtualServiceValues] = OPTIONAL
    """Istio's VirtualServices, in Istio's shape; destinations name a component or service and a port."""

    destination_rules: Mapping[Name, DestinationRuleValues] = OPTIONAL
    """Istio's DestinationRules, in Istio's shape."""

    istio_gateways: Mapping[Name, IstioGatewayValues] = OPTIONAL
    """Istio's Gateways, in Istio's shape."""

    authorization_policies: Mapping[Name, AuthorizationPolicyValues] = OPTIONAL
    """Istio's AuthorizationPolicies; rules in Istio's shape."""

    peer_authentications: Mapping[Name, PeerAuthenticationValues] = OPTIONAL
    """Istio's PeerAuthentications."""

    request_authentications: Mapping[Name, RequestAuthenticationValues] = OPTIONAL
    """Istio's RequestAuthentications; rules in Istio's shape."""

    openshift_routes: Mapping[Name, OpenshiftRouteValues] = OPTIONAL
    """OpenShift's Routes."""

    traefik_middlewares: Mapping[Name, TraefikMiddlewareValues] = OPTIONAL
    """What changes requests on their way through Traefik, in Traefik's shape."""

    ingress_routes: Mapping[Name, IngressRouteValues] = OPTIONAL
    """Traefik's own routes, in Traefik's shape; services name a component or service and a port."""

    connection_test: ConnectionTestValues = OPTIONAL
    tests: Mapping[Name, HelmTestValues] = OPTIONAL
    """What else `helm test` runs, by name."""

    dashboards: DashboardsValues = OPTIONAL

    extra_manifests: Mapping[Name, ManifestValues] = OPTIONAL
    """Whole objects that the chart brings along, by the name of their file."""

    components: Mapping[Name, ComponentValues] = OPTIONAL
    """Further workloads by name; what one says not, and the main one does, it has from there."""


NEEDED_BY_KIND: Mapping[Kind, Sequence[str]] = {
    "Deployment": (*_LASTING, "replicaCount", "strategy", "spread"),
    "StatefulSet": (
        *_LASTING,
        "replicaCount",
        "updateStrategy",
        "spread",
        "podManagementPolicy",
        "persistentVolumeClaimRetentionPolicy",
        "volumeClaimTemplates",
    ),
    "DaemonSet": (*_LASTING, "updateStrategy"),
    "Job": ("job",),
    "CronJob": ("job", "cronJob"),
}
"""Sections that a workload of a kind has always, beside those that all have."""
