"""The values of disks: claims of the chart, of a StatefulSet's copies, of a pod; and what volumes are made of."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, model_validator

from chartgen.charting.values_models.base import ONE_NAME, ONE_SECRET_NAME, OPTIONAL, Section, one_name
from chartgen.charting.values_models.container import FieldSelector, PlainPath, QuantityValue
from chartgen.models.metrics import KIND
from chartgen.models.types import AbsolutePath, ConfigKey, Count, FileMode, LabelKey, LabelValue, Name, ObjectName
from chartgen.models.volumes import IQN, PORTAL, AccessMode, BundleName, Wwn


class LabelCondition(Section):
    """A condition on a label of volumes that are there already."""

    key: LabelKey
    operator: Literal["In", "NotIn", "Exists", "DoesNotExist"]
    values: Sequence[LabelValue] = OPTIONAL


class DataSourceValues(Section):
    """What a new disk is a copy of."""

    api_group: ObjectName = OPTIONAL
    kind: Literal["VolumeSnapshot", "PersistentVolumeClaim"]
    name: ObjectName


class DataSourceRefValues(Section):
    """What fills a new disk."""

    api_group: ObjectName
    kind: Annotated[str, Field(pattern=KIND, max_length=63)]
    name: ObjectName
    namespace: Name = OPTIONAL


class ClaimValues(Section):
    """What a claim asks for."""

    size: QuantityValue
    storage_class_name: str
    access_modes: Annotated[Sequence[AccessMode], Field(min_length=1)]
    volume_name: str
    annotations: Mapping[LabelKey, str]
    labels: Mapping[LabelKey, LabelValue] = OPTIONAL
    match_labels: Mapping[LabelKey, LabelValue] = OPTIONAL
    match_expressions: Sequence[LabelCondition] = OPTIONAL
    volume_mode: Literal["Filesystem", "Block"] = OPTIONAL
    data_source: DataSourceValues = OPTIONAL
    data_source_ref: DataSourceRefValues = OPTIONAL
    volume_attributes_class_name: ObjectName = OPTIONAL


class OwnedClaimValues(ClaimValues):
    """A disk of the chart's own."""

    retain: bool


class SecretProviderValues(Section):
    """Secrets of an outside store, by the Secrets Store CSI driver."""

    provider: str
    parameters: Mapping[str, str]


class KeyToPath(Section):
    """A key of a ConfigMap or Secret, and the file it becomes."""

    key: ConfigKey
    path: PlainPath
    mode: FileMode = OPTIONAL


class EmptyDirSource(Section):
    """Scratch space that lives as long as the pod."""

    medium: Literal["", "Memory"] = OPTIONAL
    size_limit: QuantityValue = OPTIONAL


class ConfigMapSource(Section):
    """Files from a ConfigMap: an existing one by name, or one of the chart by own."""

    model_config = ConfigDict(json_schema_extra=ONE_NAME)

    name: ObjectName = OPTIONAL
    own: Name = OPTIONAL
    items: Sequence[KeyToPath] = OPTIONAL
    default_mode: FileMode = OPTIONAL
    optional: bool = OPTIONAL

    _one_name = model_validator(mode="after")(one_name)


class SecretSource(Section):
    """Files from a Secret: an existing one by secretName, or one of the chart by own."""

    model_config = ConfigDict(json_schema_extra=ONE_SECRET_NAME)

    secret_name: ObjectName = OPTIONAL
    own: Name = OPTIONAL
    items: Sequence[KeyToPath] = OPTIONAL
    default_mode: FileMode = OPTIONAL
    optional: bool = OPTIONAL

    _one_name = model_validator(mode="after")(one_name)


class ClaimSource(Section):
    """An existing PersistentVolumeClaim by claimName, or one of the chart by own."""

    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": ["claimName"]}, {"required": ["own"]}]})

    claim_name: ObjectName = OPTIONAL
    own: Name = OPTIONAL
    read_only: bool = OPTIONAL

    _one_name = model_validator(mode="after")(one_name)


class ClaimResources(Section):
    """The size that is asked for."""

    requests: Mapping[Literal["storage"], QuantityValue]


class ClaimSelector(Section):
    """Labels of volumes that are there already."""

    match_labels: Mapping[LabelKey, LabelValue] = OPTIONAL
    match_expressions: Sequence[LabelCondition] = OPTIONAL


class ClaimSpec(Section):
    """A claim in Kubernetes' shape."""

    access_modes: Sequence[AccessMode]
    storage_class_name: ObjectName = OPTIONAL
    volume_mode: Literal["Filesystem", "Block"]
    data_source: DataSourceValues = OPTIONAL
    data_source_ref: DataSourceRefValues = OPTIONAL
    volume_attributes_class_name: ObjectName = OPTIONAL
    volume_name: ObjectName = OPTIONAL
    selector: ClaimSelector = OPTIONAL
    resources: ClaimResources


class ClaimMetadata(Section):
    """What stands on a claim that a pod makes."""

    labels: Mapping[LabelKey, LabelValue] = OPTIONAL
    annotations: Mapping[LabelKey, str] = OPTIONAL


class ClaimTemplate(Section):
    """A claim that a pod makes and takes with it."""

    metadata: ClaimMetadata = OPTIONAL
    spec: ClaimSpec


class EphemeralSource(Section):
    """A disk that comes and goes with its pod."""

    volume_claim_template: ClaimTemplate


class ContainerResourceSelector(Section):
    """A request or limit of a container."""

    container_name: Name
    resource: str
    divisor: QuantityValue


class DownwardFile(Section):
    """A field of the pod, or a resource of a container, as a file."""

    path: PlainPath
    field_ref: FieldSelector = OPTIONAL
    resource_field_ref: ContainerResourceSelector = OPTIONAL
    mode: FileMode = OPTIONAL


class DownwardApiSource(Section):
    """What is known of the pod, as files."""

    items: Sequence[DownwardFile]
    default_mode: FileMode = OPTIONAL


class ObjectProjection(Section):
    """Keys of a ConfigMap or Secret: an existing one by name, or one of the chart by own."""

    model_config = ConfigDict(json_schema_extra=ONE_NAME)

    name: ObjectName = OPTIONAL
    own: Name = OPTIONAL
    _one_name = model_validator(mode="after")(one_name)
    items: Sequence[KeyToPath] = OPTIONAL
    optional: bool = OPTIONAL


class DownwardProjection(Section):
    """What is known of the pod."""

    items: Sequence[DownwardFile]


class TokenProjection(Section):
    """A token of the ServiceAccount."""

    path: PlainPath
    audience: str = OPTIONAL
    expiration_seconds: Annotated[int, Field(ge=600)]


class TrustBundleSelector(Section):
    """Labels of ClusterTrustBundles; none for all of them."""

    match_labels: Mapping[LabelKey, LabelValue] = OPTIONAL


class TrustBundleProjection(Section):
    """Certificates of authorities that the cluster hands out."""

    name: BundleName = OPTIONAL
    signer_name: LabelKey = OPTIONAL
    label_selector: TrustBundleSelector = OPTIONAL
    path: PlainPath
    optional: bool = OPTIONAL


class ProjectionSource(Section):
    """One of several sources in one folder."""

    config_map: ObjectProjection = OPTIONAL
    secret: ObjectProjection = OPTIONAL
    downward_api: Annotated[DownwardProjection, Field(alias="downwardAPI")] = OPTIONAL
    service_account_token: TokenProjection = OPTIONAL
    cluster_trust_bundle: TrustBundleProjection = OPTIONAL


class ProjectedSource(Section):
    """Several sources in one folder."""

    sources: Sequence[ProjectionSource]
    default_mode: FileMode = OPTIONAL


class LocalReference(Section):
    """An object of the namespace."""

    name: ObjectName


class CsiSource(Section):
    """A volume that a driver makes for the pod; own for a SecretProviderClass of the chart."""

    driver: ObjectName
    own: Name = OPTIONAL
    read_only: bool = OPTIONAL
    fs_type: str = OPTIONAL
    volume_attributes: Mapping[str, str] = OPTIONAL
    node_publish_secret_ref: LocalReference = OPTIONAL


class NfsSource(Section):
    """A folder of an NFS server."""

    server: str
    path: AbsolutePath
    read_only: bool = OPTIONAL


class IscsiSource(Section):
    """A disk of an iSCSI target."""

    target_portal: Annotated[str, Field(pattern=PORTAL)]
    portals: Sequence[Annotated[str, Field(pattern=PORTAL)]] = OPTIONAL
    iqn: Annotated[str, Field(pattern=IQN)]
    lun: Count
    iscsi_interface: str = OPTIONAL
    initiator_name: Annotated[str, Field(pattern=IQN)] = OPTIONAL
    fs_type: str = OPTIONAL
    chap_auth_discovery: bool = OPTIONAL
    chap_auth_session: bool = OPTIONAL
    secret_ref: LocalReference = OPTIONAL
    read_only: bool = OPTIONAL


class FibreChannelSource(Section):
    """A disk in a Fibre Channel network."""

    target_wwns: Annotated[Sequence[Wwn], Field(alias="targetWWNs")] = OPTIONAL
    lun: Count = OPTIONAL
    wwids: Sequence[Wwn] = OPTIONAL
    fs_type: str = OPTIONAL
    read_only: bool = OPTIONAL


class HostPathSource(Section):
    """A path of the node."""

    path: AbsolutePath
    type: str


class VolumeValues(Section):
    """A volume of the pod."""

    name: str
    empty_dir: EmptyDirSource = OPTIONAL
    config_map: ConfigMapSource = OPTIONAL
    secret: SecretSource = OPTIONAL
    persistent_volume_claim: ClaimSource = OPTIONAL
    ephemeral: EphemeralSource = OPTIONAL
    projected: ProjectedSource = OPTIONAL
    downward_api: Annotated[DownwardApiSource, Field(alias="downwardAPI")] = OPTIONAL
    csi: CsiSource = OPTIONAL
    nfs: NfsSource = OPTIONAL
    iscsi: IscsiSource = OPTIONAL
    fc: FibreChannelSource = OPTIONAL
    host_path: HostPathSource = OPTIONAL
