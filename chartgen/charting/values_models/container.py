"""The values that a container reads: environment, ports, probes, lifecycle, resources, security, mounts."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, model_validator

from chartgen.charting.values_models.base import ONE_KEY, ONE_NAME, OPTIONAL, Section, one_key, one_name
from chartgen.charting.values_models.image import ImageValues
from chartgen.charting.values_models.raw import ContainerFields
from chartgen.models.host import Address
from chartgen.models.resources import OnResize, ResizedResource
from chartgen.models.security import SeLinuxWord
from chartgen.models.types import (
    QUANTITY,
    AbsolutePath,
    ConfigKey,
    Count,
    EnvName,
    HeaderName,
    LabelKey,
    Name,
    ObjectName,
    PortName,
    PortNumber,
    Positive,
    UrlPath,
)

QuantityValue = Annotated[str, Field(pattern=QUANTITY, max_length=24)]

PlainPath = Annotated[str, Field(pattern=r"^[^/:\x00-\x1f][^:\x00-\x1f]*$", max_length=4096)]
"""A relative path without line breaks: the last text of a pod template must not end in one (Helm 3 and 4 differ)."""


class KeySelector(Section):
    """A key of a ConfigMap or Secret: an existing one by name, or one of the chart by own."""

    model_config = ConfigDict(json_schema_extra=ONE_NAME)

    name: ObjectName = OPTIONAL
    own: Name = OPTIONAL
    key: ConfigKey
    _one_name = model_validator(mode="after")(one_name)
    optional: bool = OPTIONAL


class FieldSelector(Section):
    """A field of the pod, such as metadata.namespace."""

    api_version: Literal["v1"]
    field_path: str


class ResourceFieldSelector(Section):
    """A request or limit of the container."""

    resource: str
    divisor: QuantityValue


class ValueSource(Section):
    """Where a variable's value comes from; exactly one of these."""

    model_config = ConfigDict(json_schema_extra=ONE_KEY)

    secret_key_ref: KeySelector = OPTIONAL
    config_map_key_ref: KeySelector = OPTIONAL
    field_ref: FieldSelector = OPTIONAL
    resource_field_ref: ResourceFieldSelector = OPTIONAL

    _one_key = model_validator(mode="after")(one_key)


class EnvEntry(Section):
    """One environment variable; exactly one of these."""

    model_config = ConfigDict(json_schema_extra=ONE_KEY)

    value: str = OPTIONAL
    """The value as Kubernetes reads it: ``$$(`` for a literal ``$(``."""

    value_from: ValueSource = OPTIONAL
    """A field of the pod, or a key of an existing object."""

    expand: str = OPTIONAL
    """A text that refers to other variables as ``$(NAME)``; printed after them."""

    _one_key = model_validator(mode="after")(one_key)


class ObjectRef(Section):
    """A ConfigMap or Secret: an existing one by name, or one of the chart by own."""

    model_config = ConfigDict(json_schema_extra=ONE_NAME)

    name: ObjectName = OPTIONAL
    own: Name = OPTIONAL
    _one_name = model_validator(mode="after")(one_name)
    optional: bool = OPTIONAL


class EnvFromEntry(Section):
    """Every key of a ConfigMap or Secret as a variable."""

    prefix: str = OPTIONAL
    config_map_ref: ObjectRef = OPTIONAL
    secret_ref: ObjectRef = OPTIONAL


class ContainerPort(Section):
    """A port that the process listens on."""

    container_port: PortNumber
    protocol: Literal["TCP", "UDP", "SCTP"]
    host_port: PortNumber = OPTIONAL
    host_ip: Annotated[Address, Field(alias="hostIP")] = OPTIONAL


class HttpHeader(Section):
    """A header of a probe's request."""

    name: HeaderName
    value: str


class HttpGetAction(Section):
    """A GET request; 200 to 399 is success."""

    path: UrlPath
    port: PortName | PortNumber
    scheme: Literal["HTTP", "HTTPS"] = OPTIONAL
    http_headers: Sequence[HttpHeader] = OPTIONAL


class TcpSocketAction(Section):
    """A connection that opens."""

    port: PortName | PortNumber


class GrpcAction(Section):
    """A call of the gRPC health protocol."""

    port: PortNumber
    service: str = OPTIONAL


class ExecAction(Section):
    """A command that exits with 0."""

    command: Sequence[str]


class SleepAction(Section):
    """Seconds of doing nothing."""

    seconds: Positive


class ProbeValues(Section):
    """How the kubelet asks the container if it is well; empty for no probe."""

    http_get: HttpGetAction = OPTIONAL
    tcp_socket: TcpSocketAction = OPTIONAL
    grpc: GrpcAction = OPTIONAL
    exec: ExecAction = OPTIONAL
    initial_delay_seconds: Count = OPTIONAL
    period_seconds: Positive = OPTIONAL
    timeout_seconds: Positive = OPTIONAL
    success_threshold: Positive = OPTIONAL
    failure_threshold: Positive = OPTIONAL
    termination_grace_period_seconds: Positive = OPTIONAL


class LifecycleHandler(Section):
    """What runs after the start or before the stop of the container."""

    sleep: SleepAction = OPTIONAL
    exec: ExecAction = OPTIONAL
    http_get: HttpGetAction = OPTIONAL


class LifecycleValues(Section):
    """Hooks around the container's life."""

    post_start: LifecycleHandler = OPTIONAL
    pre_stop: LifecycleHandler = OPTIONAL


class ResourcesValues(Section):
    """What the scheduler reserves, and what the kernel enforces.

    Whole numbers are taken as well as text, since ``--set`` gives them as numbers.
    """

    requests: Mapping[LabelKey, QuantityValue | Count]
    limits: Mapping[LabelKey, QuantityValue | Count]


class ResizePolicyValues(Section):
    """What a change of a resource in a running pod does to the container."""

    resource_name: ResizedResource
    restart_policy: OnResize


class Capabilities(Section):
    """Linux capabilities."""

    drop: Sequence[str] = OPTIONAL
    add: Sequence[str] = OPTIONAL


class SeccompProfile(Section):
    """The filter of system calls."""

    type: Literal["RuntimeDefault", "Localhost", "Unconfined"]
    localhost_profile: PlainPath = OPTIONAL


class AppArmorProfile(Section):
    """The AppArmor profile."""

    type: Literal["RuntimeDefault", "Localhost", "Unconfined"]
    localhost_profile: str = OPTIONAL


class SeLinuxOptions(Section):
    """The SELinux label."""

    user: SeLinuxWord = OPTIONAL
    role: SeLinuxWord = OPTIONAL
    type: SeLinuxWord = OPTIONAL
    level: SeLinuxWord = OPTIONAL


class SecurityContextValues(Section):
    """The container's own security settings."""

    allow_privilege_escalation: bool = OPTIONAL
    read_only_root_filesystem: bool = OPTIONAL
    privileged: bool = OPTIONAL
    run_as_non_root: bool = OPTIONAL
    run_as_user: Count = OPTIONAL
    run_as_group: Count = OPTIONAL
    capabilities: Capabilities = OPTIONAL
    seccomp_profile: SeccompProfile = OPTIONAL
    app_armor_profile: AppArmorProfile = OPTIONAL
    se_linux_options: SeLinuxOptions = OPTIONAL


class VolumeMount(Section):
    """Where a volume appears in the container."""

    name: str
    mount_path: AbsolutePath
    sub_path: PlainPath = OPTIONAL
    sub_path_expr: PlainPath = OPTIONAL
    read_only: bool = OPTIONAL
    recursive_read_only: Literal["Disabled", "IfPossible", "Enabled"] = OPTIONAL
    mount_propagation: Literal["None", "HostToContainer", "Bidirectional"] = OPTIONAL


class VolumeDevice(Section):
    """Where the bare device of a disk appears in the container."""

    name: str
    device_path: AbsolutePath


class FurtherContainer(Section):
    """A container beside the workload's own; without an image, the workload's."""

    image: ImageValues = OPTIONAL
    command: Sequence[str]
    args: Sequence[str]
    working_dir: str
    env: Mapping[EnvName, EnvEntry]
    env_from: Sequence[EnvFromEntry]
    resources: ResourcesValues
    security_context: SecurityContextValues
    termination_message_policy: Literal["", "File", "FallbackToLogsOnError"]
    termination_message_path: str = OPTIONAL
    stdin: bool = OPTIONAL
    stdin_once: bool = OPTIONAL
    tty: bool = OPTIONAL
    volume_mounts: Sequence[VolumeMount]
    volume_devices: Sequence[VolumeDevice] = OPTIONAL
    container_extra: ContainerFields = OPTIONAL
    """Further fields of the container, in Kubernetes' own shape."""


class SidecarValues(FurtherContainer):
    """A container that runs beside the workload's own."""

    container_ports: Mapping[PortName, ContainerPort]
    readiness_probe: ProbeValues
    liveness_probe: ProbeValues
    startup_probe: ProbeValues
    lifecycle: LifecycleValues
    resize_policy: Sequence[ResizePolicyValues] = OPTIONAL


class InitContainerValues(FurtherContainer):
    """A container that runs to its end before the workload's own starts."""

    name: Name
