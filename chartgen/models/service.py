"""The whole: what a workload may say, what a service and an overlay add, and the merged spec."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from chartgen.models.access import Binding, Grant
from chartgen.models.account import ServiceAccount
from chartgen.models.base import MUST, without_none
from chartgen.models.certificates import Certificate
from chartgen.models.config_maps import ConfigEntry, ConfigFile, ConfigMap, EntryLike
from chartgen.models.container import Container, InitContainer, Sidecar
from chartgen.models.dependencies import Dependency
from chartgen.models.helm_tests import HelmTest
from chartgen.models.host import Address, HostAccess
from chartgen.models.identity import Identity
from chartgen.models.image import Image
from chartgen.models.istio import DestinationRule, VirtualService
from chartgen.models.istio_auth import AuthorizationPolicy, PeerAuthentication, RequestAuthentication
from chartgen.models.istio_gateways import IstioGateway
from chartgen.models.keda import Keda
from chartgen.models.kinds import ClaimTemplate, CronJob, DaemonSet, Job, Kind, StatefulSet
from chartgen.models.lifecycle import Lifecycle, Shutdown
from chartgen.models.metadata import Annotation, AnnotationLike, ConnectionTest, Label, LabelLike, Prometheus
from chartgen.models.metrics import ContainerTargets, ExternalMetric, ObjectMetric, PodsMetric
from chartgen.models.monitoring import Monitor, PrometheusRules
from chartgen.models.networking import Neighbour, NetworkPolicy, Platform
from chartgen.models.openshift import OpenShiftRoute
from chartgen.models.placement import Arch, Spot
from chartgen.models.ports import Port, PortLike, ServiceSpec
from chartgen.models.preset_use import PresetLike
from chartgen.models.probes import Probes
from chartgen.models.raw import PLAIN, WHOLE, Raw, WholeRaw
from chartgen.models.resources import OnResize, ResizedResource
from chartgen.models.rollout import Rollout
from chartgen.models.routes import Expose, Route
from chartgen.models.scaling import Autoscaling, DisruptionBudget
from chartgen.models.scheduling import Dns, NodeRequirement, PodAffinity, PodAntiAffinity, Spread, Toleration
from chartgen.models.secrets import ExternalSecret, SealedSecret, StoreLike
from chartgen.models.security import PodSecurityContext
from chartgen.models.traefik import IngressRoute, TraefikMiddleware
from chartgen.models.triggers import Parameter, ParameterSecret, Trigger, TriggerAuthentication
from chartgen.models.types import (
    AbsolutePath,
    ConfigKey,
    Count,
    EnvironmentName,
    EnvName,
    LabelKey,
    LabelValue,
    Name,
    ObjectKey,
    ObjectName,
    PortName,
    SemVer,
    Text,
)
from chartgen.models.variables import EnvVar
from chartgen.models.vertical import VerticalAutoscaling
from chartgen.models.volumes import Mount, Tmp, Volume
from chartgen.models.waiver import Waiver


class Workload(Container):
    """How something runs: its container, its copies, and what surrounds them."""

    rivals = (frozenset({"autoscaling", "keda"}),)

    kind: Kind = "Deployment"
    """``Deployment`` for interchangeable copies, ``StatefulSet`` for copies with a name and a disk each, ``DaemonSet``
    for one a node, ``Job`` for once, ``CronJob`` for a schedule. It is the same in all environments."""

    identity: Identity | None = None
    """Names and labels taken over from a workload that already runs."""

    image: Image = Image()
    """The image that runs."""

    size: Name | None = None
    """Resources by a name that a preset gives them: ``"small"``. What ``resources`` says beside it wins."""

    config: Mapping[EnvName, Text | None] = {}
    """Environment variables kept in a ConfigMap of the chart; a change rolls the pods. Never secrets."""

    config_files: Mapping[ConfigKey, ConfigFile | None] = {}
    """Files by name, kept in a ConfigMap of the chart and mounted; a change rolls the pods. Never secrets."""

    ports: Mapping[PortName, PortLike | None] = {}
    """Ports by name: ``{"http": 3000}``. A workload without ports has no Service."""

    service: ServiceSpec = ServiceSpec()
    """The Service in front of the pods."""

    services: Mapping[Name, ServiceSpec | None] = {}
    """Further Services of the same pods, and names for what is elsewhere: ``<fullname>-<name>`` each."""

    probes: Probes = Probes()
    """How the kubelet asks if the container has started, lives, and is ready."""

    shutdown: Shutdown = Shutdown()
    """The drain, and the time that a stop may take."""

    lifecycle: Lifecycle = Lifecycle()
    """Hooks of the container's own."""

    resize_policy: Mapping[ResizedResource, OnResize | None] = {}
    """What a change of the container's resources in a running pod does to it: ``{"memory": "RestartContainer"}`` for a
    process that reads its memory at its start. Kubernetes' default is ``NotRequired``; since Kubernetes 1.33."""

    sidecars: Mapping[Name, Sidecar | None] = {}
    """Containers that run beside the workload's own, by name; they start first, in this order."""

    init_containers: Mapping[Name, InitContainer | None] = {}
    """Containers that run to their end before the workload's own starts, by name, in this order, after the sidecars."""

    replicas: Count = 2
    """Copies, while there is no autoscaler. One is a single point of failure; three survive the loss of a node."""

    autoscaling: Autoscaling | None = None
    """Horizontal scaling; it then owns the number of copies."""

    keda: Keda | None = None
    """Scaling by events, in place of ``autoscaling``; needs KEDA in the cluster."""

    vpa: VerticalAutoscaling | None = None
    """What the containers should request, by what they use; needs the VerticalPodAutoscaler in the cluster."""

    disruption_budget: DisruptionBudget | None = DisruptionBudget()
    """How many copies a drain may take at a time; printed where two or more run."""

    rollout: Rollout = Rollout()
    """How a new version replaces the old one."""

    spread: Spread = Spread()
    """How the copies keep apart."""

    node_selector: Mapping[LabelKey, LabelValue | None] = {}
    """Labels that a node must carry."""

    node_requirements: Sequence[NodeRequirement] = ()
    """Conditions on a node's labels (node affinity): all must hold, those with a weight are preferred."""

    pod_affinity: Sequence[PodAffinity] = ()
    """Other services that this one belongs near to."""

    pod_anti_affinity: Sequence[PodAntiAffinity] = ()
    """Other services that this one keeps away from."""

    arch: Arch | None = None
    """The processors that the image is made for; ``None`` for any."""

    spot: Spot | None = None
    """Nodes that the provider may take back at short notice: prefer them, insist on them, or stay away; needs
    ``platform.spot``."""

    scheduler: ObjectName | None = None
    """Another scheduler than Kubernetes' own."""

    runtime_class: ObjectName | None = None
    """The RuntimeClass: what runs the containers, as ``gvisor``."""

    tolerations: Sequence[Toleration] = ()
    """Taints of nodes that the pods tolerate."""

    priority_class: Name | None = None
    """The PriorityClass: who goes first when the cluster is full."""

    pod_security_context: PodSecurityContext = PodSecurityContext()
    """What the pod may do."""

    tmp: Tmp | None = Tmp()
    """The writable /tmp beside a read-only root file system; ``None`` for none."""

    volumes: Mapping[Name, Volume | None] = {}
    """Volumes by name, and where the container finds them."""

    service_account: ServiceAccount = ServiceAccount()
    """Who the pods are to the API server."""

    grants: Sequence[Grant] = ()
    """What the pods may do with the Kubernetes API; a component that says its own has a ServiceAccount of its own."""

    bindings: Sequence[Binding] = ()
    """Existing roles that the pods have."""

    enable_service_links: bool = False
    """Variables for every Service of the namespace, as old clusters had them."""

    dns: Dns = Dns()
    """How the pods resolve names."""

    hostname: Name | None = None
    """The pods' host name; by default the pod's name. All copies have the same then."""

    subdomain: Name | None = None
    """The headless Service under whose name the pods have one each, ``<hostname>.<subdomain>.<namespace>.svc``."""

    set_hostname_as_fqdn: bool = False
    """Let the kernel's host name be the whole name, as old software expects it."""

    host_aliases: Mapping[Address, Annotated[Sequence[ObjectName], Field(min_length=1)] | None] = {}
    """Lines of ``/etc/hosts``: names by address, ``{"10.1.2.3": ["erp.internal"]}``. DNS is the better place."""

    host: HostAccess | None = None
    """Namespaces of the node that the pods share, with the reason; for node agents only."""

    host_users: bool | None = None
    """``False`` gives the pod users of its own, so that root in it is nobody on the node. Since Kubernetes 1.33, on
    nodes whose file systems map users. https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/"""

    readiness_gates: Sequence[LabelKey] = ()
    """Conditions that something outside the pod sets before it counts as ready, as a load balancer's controller does:
    ``target-health.elbv2.k8s.aws/orders``."""

    scheduling_gates: Sequence[LabelKey] = ()
    """Names that something outside takes away before the pod is scheduled; it waits while one is left."""

    share_process_namespace: bool = False
    """Let the containers of the pod see and signal each other's processes."""

    network_policy: NetworkPolicy | None = None
    """Refuse traffic that is not named; ``None`` for no policy."""

    prometheus: Prometheus | None = None
    """Annotations by which Prometheus finds the pods."""

    reloader: bool = False
    """Let Stakater's Reloader roll the pods when a ConfigMap or Secret that they read changes in the cluster: a secret
    that was rotated in its store, an object that another chart owns.
    https://github.com/stakater/Reloader"""
    monitor: Monitor | None = None
    """What the Prometheus operator scrapes: ``Monitor()`` for ``/metrics``; ``None`` for nothing."""

    prometheus_rules: PrometheusRules | None = None
    """Alerts and recorded queries; ``None`` for none."""

    stateful_set: StatefulSet = StatefulSet()
    """What a StatefulSet says beside this: disks, order, update."""

    daemon_set: DaemonSet = DaemonSet()
    """What a DaemonSet says beside this: update, taints."""

    job: Job = Job()
    """What a Job says beside this, and each Job of a CronJob: when it counts as failed, how often it runs."""

    cron_job: CronJob | None = None
    """What a CronJob says beside this: its schedule."""

    pod_extra: Annotated[Mapping[str, Any], PLAIN] = {}
    """Fields of the pod that have no field here, in Kubernetes' names and shape: ``{"overhead": {"cpu": "10m"}}``.
    A field that Kubernetes does not know is refused, and one that a typed field says. Source:
    https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/"""

    patches: Mapping[ObjectKey, Raw | None] = {}
    """Fields of the objects that are made, laid over them, by the object's key as in ``identity.objects``:
    ``{"Deployment": {"metadata": {"annotations": {"argocd.argoproj.io/sync-wave": "2"}}}}``. Mappings merge, lists are
    replaced; a field that the chart prints itself is refused."""


class Component(Workload):
    """A further workload of the service: what differs from the main one.

    It inherits image, environment, configuration, security, network policy, ServiceAccount and scheduling; copies,
    probes, ports and resources are its own.
    """


class Settings(Workload):
    """What an environment, a preset and the service itself may all say."""

    labels: Mapping[LabelKey, LabelLike | None] = {}
    """Labels on every object; ``Label(value="x", pods=True)`` also on the pods."""

    annotations: Mapping[LabelKey, AnnotationLike | None] = {}
    """Annotations on every object; ``Annotation(value="x", pods=True)`` also on the pods."""

    owner: LabelValue | None = None
    """The team that answers for the service: the label ``owner`` on every object."""

    components: Mapping[Name, Component | None] = {}
    """Further workloads of the service, by name: ``worker``, ``migrate``, ``nightly``."""

    config_maps: Mapping[Name, ConfigMap | None] = {}
    """ConfigMaps of the chart by name, for variables and volumes to refer to by ``own``. Never secrets."""

    secret_store: StoreLike | None = None
    """The store of those ``external_secrets`` that name none. A preset's, as a rule."""

    external_secrets: Mapping[Name, ExternalSecret | None] = {}
    """Secrets by name that the External Secrets operator fetches, for variables and volumes to refer to by ``own``."""

    sealed_secrets: Mapping[Name, SealedSecret | None] = {}
    """Secrets by name that stand in the chart as ciphertext, for variables and volumes to refer to by ``own``."""

    routes: Mapping[Name, Route | None] = {}
    """Traffic from outside, by name. The route named ``public``, else the first, has the service's own object names."""

    expose: Expose = Expose()
    """What routes become: Ingress, HTTPRoute or both. A preset's, as a rule."""

    certificates: Mapping[Name, Certificate | None] = {}
    """Certificates that cert-manager keeps in Secrets, by name; those that an Ingress asks for need none here."""

    virtual_services: Mapping[Name, VirtualService | None] = {}
    """Istio's VirtualServices, by name."""

    destination_rules: Mapping[Name, DestinationRule | None] = {}
    """Istio's DestinationRules, by name."""

    istio_gateways: Mapping[Name, IstioGateway | None] = {}
    """Istio's Gateways, by name: for hosts that the service alone has."""

    authorization_policies: Mapping[Name, AuthorizationPolicy | None] = {}
    """Istio's AuthorizationPolicies, by name: which calls are let through."""

    peer_authentications: Mapping[Name, PeerAuthentication | None] = {}
    """Istio's PeerAuthentications, by name: whether callers need mutual TLS."""

    request_authentications: Mapping[Name, RequestAuthentication | None] = {}
    """Istio's RequestAuthentications, by name: whose tokens are valid."""

    openshift_routes: Mapping[Name, OpenShiftRoute | None] = {}
    """OpenShift's Routes, by name."""

    traefik_middlewares: Mapping[Name, TraefikMiddleware | None] = {}
    """What changes requests on their way through Traefik, by name; an Ingress or IngressRoute names them."""

    ingress_routes: Mapping[Name, IngressRoute | None] = {}
    """Traefik's own routes, by name; ``routes`` is the way that every controller takes."""

    platform: Platform = Platform()
    """Facts about the cluster. A preset's, as a rule."""

    connection_test: ConnectionTest | None = None
    """What ``helm test`` runs first: a request that must be answered; ``None`` for nothing."""

    tests: Mapping[Name, HelmTest | None] = {}
    """What else ``helm test`` runs, by name."""

    dashboards: Mapping[Name, EntryLike | None] = {}
    """Grafana dashboards by name, as JSON: ``{"orders": File("dashboards/orders.json")}``. Grafana's sidecar loads them
    from a ConfigMap."""

    manifests: Mapping[Name, Raw | None] = {}
    """Whole objects that the chart brings along, by a name for the file: a manifest each, as ``kubectl`` takes it. They
    get the chart's labels and annotations, and keep the name that they state. Never Secrets."""

    dependencies: Mapping[Name, Dependency | None] = {}
    """Other charts that are installed with this one, by the key of their values."""


class Overlay(Settings):
    """What an environment says differently."""

    extends: EnvironmentName | None = None
    """The environment whose overlay holds here too, below this one."""


class Service(Settings):
    """What a team deploys: one file, one chart."""

    name: Name = MUST
    """The service's and the chart's name: lower-case letters, digits and dashes, 63 at most."""

    description: Annotated[Text, Field(pattern=r"^[^\n]*$", max_length=500)] = ""
    """What the service does, in a line."""

    version: SemVer = "0.1.0"
    """The chart's version; count it up where you publish charts."""

    app_version: Annotated[Text, Field(pattern=r"^[^\n]*$", max_length=128)] | None = None
    """The application's version; by default the image's tag."""

    presets: Sequence[PresetLike] = ()
    """Presets that lie below this service, the later above the earlier. With options as its function takes
    them: ``[http_api(metrics_path="/m")]``; in YAML ``[{name: http-api, options: {metrics_path: /m}}]``."""

    environments: Mapping[EnvironmentName, Overlay] = {}
    """Environments by name, and what each says differently."""

    waivers: Sequence[Waiver] = ()
    """Accepted exceptions to rules and locks."""


_Present = BeforeValidator(without_none)


class InitContainerSpec(InitContainer):
    """An init container, complete."""

    container_extra: Annotated[Mapping[str, Any], WHOLE] = {}
    env: Annotated[Mapping[EnvName, EnvVar], _Present] = {}
    mounts: Annotated[Mapping[Name, Sequence[Mount]], _Present] = {}
    devices: Annotated[Mapping[Name, AbsolutePath], _Present] = {}


class HelmTestSpec(HelmTest):
    """A test, complete."""

    env: Annotated[Mapping[EnvName, EnvVar], _Present] = {}


class SidecarSpec(InitContainerSpec, Sidecar):
    """A sidecar, complete."""

    ports: Annotated[Mapping[PortName, Port], _Present] = {}
    resize_policy: Annotated[Mapping[ResizedResource, OnResize], _Present] = {}


class StatefulSetSpec(StatefulSet):
    """A StatefulSet's own fields, complete."""

    claims: Annotated[Mapping[Name, ClaimTemplate], _Present] = {}


class DependencySpec(Dependency):
    """A dependency, complete."""

    values: Annotated[Mapping[str, Any], WHOLE] = {}


class AutoscalingSpec(Autoscaling):
    """An autoscaler, complete."""

    sidecars: Annotated[Mapping[Name, ContainerTargets], _Present] = {}
    pods: Annotated[Mapping[Name, PodsMetric], _Present] = {}
    objects: Annotated[Mapping[Name, ObjectMetric], _Present] = {}
    external: Annotated[Mapping[Name, ExternalMetric], _Present] = {}


class TriggerAuthenticationSpec(TriggerAuthentication):
    """How KEDA logs in, complete."""

    secrets: Annotated[Mapping[Parameter, ParameterSecret], _Present] = {}
    env: Annotated[Mapping[Parameter, EnvName], _Present] = {}


class KedaSpec(Keda):
    """Scaling by events, complete."""

    triggers: Annotated[Mapping[Name, Trigger], _Present] = {}
    authentications: Annotated[Mapping[Name, TriggerAuthenticationSpec], _Present] = {}


class WorkloadSpec(Workload):
    """A workload: merged, complete, validated. Narrows the maps, whose entries are all there."""

    env: Annotated[Mapping[EnvName, EnvVar], _Present] = {}
    config: Annotated[Mapping[EnvName, Text], _Present] = {}
    config_files: Annotated[Mapping[ConfigKey, ConfigFile], _Present] = {}
    ports: Annotated[Mapping[PortName, Port], _Present] = {}
    services: Annotated[Mapping[Name, ServiceSpec], _Present] = {}
    sidecars: Annotated[Mapping[Name, SidecarSpec], _Present] = {}
    init_containers: Annotated[Mapping[Name, InitContainerSpec], _Present] = {}
    container_extra: Annotated[Mapping[str, Any], WHOLE] = {}
    pod_extra: Annotated[Mapping[str, Any], WHOLE] = {}
    patches: Annotated[Mapping[ObjectKey, WholeRaw], _Present] = {}
    volumes: Annotated[Mapping[Name, Volume], _Present] = {}
    node_selector: Annotated[Mapping[LabelKey, LabelValue], _Present] = {}
    host_aliases: Annotated[Mapping[Address, Sequence[ObjectName]], _Present] = {}
    stateful_set: StatefulSetSpec = StatefulSetSpec()
    autoscaling: AutoscalingSpec | None = None
    keda: KedaSpec | None = None
    resize_policy: Annotated[Mapping[ResizedResource, OnResize], _Present] = {}


ContainerSpec = WorkloadSpec | InitContainerSpec
"""Any container of a pod, complete; a sidecar is an init container that keeps running."""

RunningSpec = WorkloadSpec | SidecarSpec
"""Any container that runs as long as its pod, complete."""


class ComponentSpec(WorkloadSpec, Component):
    """A further workload, complete."""


class Spec(WorkloadSpec, Settings):
    """One service in one environment: merged, complete, validated.

    ``neighbours`` are the services of its project that it names; ``neighbour_names`` are all of them, if it names any.
    """

    name: Name = MUST
    description: str = ""
    version: str = "0.1.0"
    app_version: str | None = None
    environment: str | None = None
    neighbours: Mapping[Name, Neighbour] = {}
    neighbour_names: Sequence[str] = ()
    components: Annotated[Mapping[Name, ComponentSpec], _Present] = {}
    config_maps: Annotated[Mapping[Name, ConfigMap], _Present] = {}
    external_secrets: Annotated[Mapping[Name, ExternalSecret], _Present] = {}
    sealed_secrets: Annotated[Mapping[Name, SealedSecret], _Present] = {}
    routes: Annotated[Mapping[Name, Route], _Present] = {}
    certificates: Annotated[Mapping[Name, Certificate], _Present] = {}
    virtual_services: Annotated[Mapping[Name, VirtualService], _Present] = {}
    destination_rules: Annotated[Mapping[Name, DestinationRule], _Present] = {}
    istio_gateways: Annotated[Mapping[Name, IstioGateway], _Present] = {}
    authorization_policies: Annotated[Mapping[Name, AuthorizationPolicy], _Present] = {}
    peer_authentications: Annotated[Mapping[Name, PeerAuthentication], _Present] = {}
    request_authentications: Annotated[Mapping[Name, RequestAuthentication], _Present] = {}
    openshift_routes: Annotated[Mapping[Name, OpenShiftRoute], _Present] = {}
    traefik_middlewares: Annotated[Mapping[Name, TraefikMiddleware], _Present] = {}
    ingress_routes: Annotated[Mapping[Name, IngressRoute], _Present] = {}
    tests: Annotated[Mapping[Name, HelmTestSpec], _Present] = {}
    dashboards: Annotated[Mapping[Name, ConfigEntry], _Present] = {}
    manifests: Annotated[Mapping[Name, WholeRaw], _Present] = {}
    dependencies: Annotated[Mapping[Name, DependencySpec], _Present] = {}
    labels: Annotated[Mapping[LabelKey, Label], _Present] = {}
    annotations: Annotated[Mapping[LabelKey, Annotation], _Present] = {}
