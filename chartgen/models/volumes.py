"""Volumes and where the container finds them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from chartgen.models.base import MUST, Model, Shorthand
from chartgen.models.metrics import KIND
from chartgen.models.networking import LabelRequirement
from chartgen.models.types import (
    AbsolutePath,
    ConfigKey,
    FileMode,
    Host,
    KeyText,
    LabelKey,
    LabelValue,
    Name,
    ObjectName,
    Quantity,
    Text,
)
from chartgen.models.variables import FieldRef, ResourceField

TMP = "/tmp"  # noqa: S108 - the path in the container
"""Where a program writes scratch files."""

RelativePath = Annotated[str, Field(pattern=r"^[^/:\x00-\x1f][^:\x00-\x1f]*$", max_length=4096)]
"""A path inside a volume: relative, without ``..``."""


BUNDLE = r"^([a-z0-9]([-a-z0-9.]*[a-z0-9])?:){0,2}[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
PORTAL = r"^(\[[0-9a-f:]+\]|[A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?)(:[0-9]{1,5})?$"
IQN = (
    r"^iqn\.[0-9]{4}-(0[1-9]|1[0-2])\.[a-z0-9]([-a-z0-9.]*[a-z0-9])?(:[-a-z0-9.:_]+)?$"
    r"|^eui\.[0-9A-F]{16}$|^naa\.[0-9A-F]{32}$"
)

Wwn = Annotated[str, Field(pattern=r"^[0-9A-Za-z]{1,64}$")]
"""A name in a Fibre Channel network, without colons."""

BundleName = Annotated[str, Field(pattern=BUNDLE, max_length=253)]
"""The name of a ClusterTrustBundle; those of a signer begin with it: ``example.com:internal:root``."""


class Mount(Shorthand):
    """Where a volume appears; the path alone says the same as ``Mount(path="/data")``."""

    scalar = "path"

    path: AbsolutePath = MUST
    """The path in the container."""

    sub_path: RelativePath | None = None
    """One file or folder of the volume in place of all of it; it is not updated while the pod runs."""

    sub_path_expr: RelativePath | None = None
    """The same with variables of the container in it, as ``$(POD_NAME)/logs``; not beside ``sub_path``."""

    read_only: bool = False
    """Refuse writing."""

    recursive_read_only: Literal["Disabled", "IfPossible", "Enabled"] | None = None
    """Whether ``read_only`` counts for what is mounted below it too; ``Enabled`` refuses nodes that can't. Goes with
    ``read_only``; Kubernetes' default is ``Disabled``, since Kubernetes 1.31."""

    mount_propagation: Literal["None", "HostToContainer", "Bidirectional"] | None = None
    """Whether mounts made later are seen by the node and the container; ``Bidirectional`` needs a privileged one."""


class EmptyDir(Model):
    """Scratch space that lives as long as the pod."""

    medium: Literal["Memory"] | None = None
    """``Memory`` keeps it in memory, which counts against the memory limit."""

    size_limit: Quantity | None = None
    """Size at most, beyond which the pod is evicted."""


class Tmp(EmptyDir):
    """The writable /tmp beside a read-only root file system."""

    size_limit: Quantity | None = "256Mi"
    """Size at most, beyond which the pod is evicted."""


class Item(Model):
    """A key, and the file it becomes."""

    key: ConfigKey = MUST
    """The key in the ConfigMap or Secret."""

    path: RelativePath = MUST
    """The file's path in the volume."""

    mode: FileMode | None = None
    """The file's permissions, as ``0o440``; by default the volume's."""


class ConfigMapVolume(Shorthand):
    """Files from a ConfigMap; an existing one's name alone says the same as ``ConfigMapVolume(name="x")``."""

    scalar = "name"
    rivals = (frozenset({"name", "own"}),)

    name: ObjectName | None = None
    """An existing ConfigMap's name."""

    own: Name | None = None
    """A ConfigMap of the chart, by its name in ``config_maps``; a change of it rolls the pods."""

    items: Sequence[Item] = ()
    """The keys that become files; none for all of them."""

    default_mode: FileMode | None = None
    """Permissions of the files; Kubernetes' default is ``0o644``."""

    optional: bool = False
    """Start with an empty volume where the ConfigMap is missing."""


class SecretVolume(Shorthand):
    """Files from a Secret; an existing one's name alone says the same as ``SecretVolume(name="x")``."""

    scalar = "name"
    rivals = (frozenset({"name", "own"}),)

    name: ObjectName | None = None
    """An existing Secret's name."""

    own: Name | None = None
    """A Secret of the chart, by its name in ``external_secrets`` or ``sealed_secrets``; a change of it rolls the
    pods."""

    items: Sequence[Item] = ()
    """The keys that become files; none for all of them."""

    default_mode: FileMode | None = None
    """Permissions of the files; Kubernetes' default is ``0o644``."""

    optional: bool = False
    """Start with an empty volume where the Secret is missing."""


AccessMode = Literal["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"]
"""Who may hold a volume at a time: one node, many nodes, one pod."""


class ClaimVolume(Shorthand):
    """An existing PersistentVolumeClaim; its name alone says the same as ``ClaimVolume(name="x")``."""

    scalar = "name"

    name: ObjectName = MUST
    """The claim's name."""

    read_only: bool = False
    """Refuse writing."""

    access_mode: AccessMode = "ReadWriteOnce"
    """What the claim was made with; say ``ReadWriteMany`` where several copies share it."""


class DataSource(Model):
    """What a new disk is a copy of: a snapshot, or another claim of the namespace.

    Source: https://kubernetes.io/docs/concepts/storage/volume-snapshots/
    """

    kind: Literal["VolumeSnapshot", "PersistentVolumeClaim"] = MUST
    """What it is."""

    name: ObjectName = MUST
    """Its name, in the same namespace."""


class DataSourceRef(Model):
    """What fills a new disk: any object that a populator of the cluster knows, in another namespace too.

    Source: https://kubernetes.io/docs/concepts/storage/persistent-volumes/#volume-populators-and-data-sources
    """

    api_group: ObjectName = MUST
    """The group of the object's API: ``forklift.konveyor.io``."""

    kind: Annotated[str, Field(pattern=KIND, max_length=63)] = MUST
    """The object's kind."""

    name: ObjectName = MUST
    """The object's name."""

    namespace: Name | None = None
    """The object's namespace, which must allow it by a ReferenceGrant; by default the disk's own."""


class Claim(Model):
    """What a PersistentVolumeClaim asks for.

    Source: https://kubernetes.io/docs/concepts/storage/persistent-volumes/#persistentvolumeclaims
    """

    rivals = (frozenset({"data_source", "data_source_ref"}),)

    size: Quantity = MUST
    """The disk's size, as ``10Gi``; it may grow, never shrink."""

    storage_class: ObjectName | None = None
    """The StorageClass; by default the cluster's own. It can't change once the claim is bound."""

    access_modes: Annotated[Sequence[AccessMode], Field(min_length=1)] = ("ReadWriteOnce",)
    """Who may hold it: one node as a rule."""

    volume_name: ObjectName | None = None
    """A PersistentVolume that is there already and meant."""

    match_labels: Mapping[LabelKey, LabelValue] = {}
    """Labels of PersistentVolumes that are there already, one of which is meant."""

    match_expressions: Sequence[LabelRequirement] = ()
    """Conditions on labels of such PersistentVolumes."""

    volume_mode: Literal["Filesystem", "Block"] = "Filesystem"
    """``Block`` gives the bare device, which containers find by ``device`` and not by mounts."""

    data_source: DataSource | None = None
    """What the disk is a copy of when it is made: a snapshot or another claim."""

    data_source_ref: DataSourceRef | None = None
    """What else fills the disk when it is made, by a populator; in place of ``data_source``."""

    attributes_class: ObjectName | None = None
    """The VolumeAttributesClass, which says how fast the disk is; it may change later. Since Kubernetes 1.31."""

    annotations: Mapping[LabelKey, Text] = {}
    """Annotations of the claim, for backups as a rule."""

    labels: Mapping[LabelKey, LabelValue] = {}
    """Labels of the claim, beside those of the chart; a StatefulSet's can't change once it runs."""


class OwnedClaim(Claim):
    """A disk of the chart's own, ``<fullname>-<volume>``."""

    retain: bool = True
    """Keep it when the release is uninstalled: what is on it can't be had again. ``False`` deletes it with the rest."""


class Ephemeral(Claim):
    """A disk that comes and goes with its pod.

    Source: https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#generic-ephemeral-volumes
    """


class DownwardItem(Model):
    """A field of the pod or a resource of one of its containers, as a file; exactly one of the two."""

    rivals = (frozenset({"field", "resource"}),)

    path: RelativePath = MUST
    """The file's path in the volume."""

    field: FieldRef | None = None
    """A field of the pod."""

    resource: ResourceField | None = None
    """A request or limit of a container."""

    container: Name | None = None
    """The container whose resource it is, by its name: the service's for the main workload's own."""

    mode: FileMode | None = None
    """The file's permissions, as ``0o440``; by default the volume's."""


class DownwardApi(Model):
    """What is known of the pod, as files.

    Source: https://kubernetes.io/docs/concepts/workloads/pods/downward-api/
    """

    items: Annotated[Sequence[DownwardItem], Field(min_length=1)] = MUST
    """The files."""

    default_mode: FileMode | None = None
    """Permissions of the files; Kubernetes' default is ``0o644``."""


class Token(Model):
    """A token of the ServiceAccount that is renewed before it ends.

    Source: https://kubernetes.io/docs/concepts/storage/projected-volumes/#serviceaccounttoken
    """

    path: RelativePath = MUST
    """The file's path in the volume."""

    audience: Text | None = None
    """Who is meant to accept it; by default the API server."""

    expiration_seconds: Annotated[int, Field(ge=600, le=2**31 - 1)] = 3600
    """Seconds that it holds, at least ten minutes."""


class TrustBundle(Model):
    """Certificates of authorities that the cluster hands out, as one file; by name, or those of a signer.

    Source: https://kubernetes.io/docs/concepts/storage/projected-volumes/#clustertrustbundle
    """

    rivals = (frozenset({"name", "signer"}),)

    path: RelativePath = MUST
    """The file's path in the volume."""

    name: BundleName | None = None
    """A ClusterTrustBundle by its name."""

    signer: LabelKey | None = None
    """All ClusterTrustBundles of this signer, as ``example.com/internal``."""

    labels: Mapping[LabelKey, LabelValue] = {}
    """Of the signer's, only those with these labels; none for all of them."""

    optional: bool = False
    """Go on where there is none."""


class Projection(Model):
    """One of several sources that are put together in one folder; exactly one of these."""

    rivals = (frozenset({"config_map", "secret", "own_config_map", "own_secret", "items", "token", "trust_bundle"}),)

    config_map: ObjectName | None = None
    """Every key of an existing ConfigMap."""

    secret: ObjectName | None = None
    """Every key of an existing Secret."""

    own_config_map: Name | None = None
    """A ConfigMap of the chart, by its name in ``config_maps``; a change of it rolls the pods."""

    own_secret: Name | None = None
    """A Secret of the chart, by its name in ``external_secrets`` or ``sealed_secrets``; a change of it rolls the
    pods."""

    keys: Sequence[Item] = ()
    """Of a ConfigMap or Secret, the keys that become files; none for all of them."""

    optional: bool = False
    """Go on where the ConfigMap or Secret is missing."""

    items: Sequence[DownwardItem] | None = None
    """What is known of the pod, as files."""

    token: Token | None = None
    """A token of the ServiceAccount."""

    trust_bundle: TrustBundle | None = None
    """Certificates of authorities; since Kubernetes 1.33, where the cluster has that API switched on."""


class Projected(Model):
    """Several sources in one folder.

    Source: https://kubernetes.io/docs/concepts/storage/projected-volumes/
    """

    sources: Annotated[Sequence[Projection], Field(min_length=1)] = MUST
    """The sources, in order; of two files of one path, the later counts."""

    default_mode: FileMode | None = None
    """Permissions of the files; Kubernetes' default is ``0o644``."""


class Csi(Model):
    """A volume that a driver makes for the pod.

    Source: https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#csi-ephemeral-volumes
    """

    driver: ObjectName = MUST
    """The driver's name, as ``csi.cert-manager.io``."""

    attributes: Mapping[KeyText, Text] = {}
    """What the driver wants to know; never secrets."""

    read_only: bool = False
    """Refuse writing."""

    file_system: Text | None = None
    """The file system, as ``ext4``; by default the driver's."""

    secret: ObjectName | None = None
    """An existing Secret that the driver reads (``nodePublishSecretRef``)."""


class SecretProvider(Model):
    """Secrets of an outside store as files, by the Secrets Store CSI driver; the SecretProviderClass is the chart's.

    Source: https://secrets-store-csi-driver.sigs.k8s.io/concepts
    """

    provider: Annotated[Text, Field(min_length=1)] = MUST
    """The store's provider: ``aws``, ``azure``, ``gcp``, ``vault``."""

    parameters: Mapping[KeyText, Text] = {}
    """What the provider wants to know, objects among it, as its documentation says; never secrets."""


class Nfs(Model):
    """A folder of an NFS server.

    Source: https://kubernetes.io/docs/concepts/storage/volumes/#nfs
    """

    server: Host = MUST
    """The server's name or address."""

    path: AbsolutePath = MUST
    """The folder that it exports."""

    read_only: bool = False
    """Refuse writing."""


class Iscsi(Model):
    """A disk of an iSCSI target.

    Source: https://kubernetes.io/docs/concepts/storage/volumes/#iscsi
    """

    portal: Annotated[str, Field(pattern=PORTAL, max_length=261)] = MUST
    """The target's address, with its port unless that is 3260: ``10.0.2.15:3260``."""

    portals: Sequence[Annotated[str, Field(pattern=PORTAL, max_length=261)]] = ()
    """Further addresses of the target, for several paths to it."""

    iqn: Annotated[str, Field(pattern=IQN, max_length=223)] = MUST
    """The target's name: ``iqn.2001-04.com.example:storage.disk1``."""

    lun: Annotated[int, Field(ge=0, le=255)] = 0
    """The number of the disk at the target."""

    interface: Annotated[Text, Field(min_length=1)] | None = None
    """The node's iSCSI interface; Kubernetes' default is ``default``, which is TCP."""

    initiator: Annotated[str, Field(pattern=IQN, max_length=223)] | None = None
    """The name that the node introduces itself by; goes with ``interface``."""

    file_system: Annotated[Text, Field(min_length=1)] | None = None
    """The file system, as ``xfs``; Kubernetes' default is ``ext4``."""

    chap_discovery: bool = False
    """Log in for the discovery of the target; needs ``secret``."""

    chap_session: bool = False
    """Log in at the target; needs ``secret``."""

    secret: ObjectName | None = None
    """An existing Secret with the login."""

    read_only: bool = False
    """Refuse writing."""


class FibreChannel(Model):
    """A disk in a Fibre Channel network: by target and number, or by its own names.

    Source: https://kubernetes.io/docs/concepts/storage/volumes/#fc
    """

    rivals = (frozenset({"target_wwns", "wwids"}),)

    target_wwns: Annotated[Sequence[Wwn], Field(min_length=1)] | None = None
    """The targets' names: ``500a0982991b8dc5``; go with ``lun``."""

    lun: Annotated[int, Field(ge=0, le=255)] | None = None
    """The number of the disk at the targets."""

    wwids: Annotated[Sequence[Wwn], Field(min_length=1)] | None = None
    """The disk's own names, in place of targets and number."""

    file_system: Annotated[Text, Field(min_length=1)] | None = None
    """The file system, as ``xfs``; Kubernetes' default is ``ext4``."""

    read_only: bool = False
    """Refuse writing."""


class HostPath(Model):
    """A file or folder of the node: for node agents only, since it ends the pod's isolation.

    Source: https://kubernetes.io/docs/concepts/storage/volumes/#hostpath
    """

    path: AbsolutePath = MUST
    """The path on the node."""

    type: Literal["DirectoryOrCreate", "Directory", "FileOrCreate", "File", "Socket", "CharDevice", "BlockDevice"] = (
        "Directory"
    )
    """What has to be there, or is made."""

    because: Annotated[Text, Field(min_length=1)] = MUST
    """Why nothing else will do; whoever reads the file next has to know."""


if TYPE_CHECKING:
    MountLike = Mount | str
    ConfigMapLike = ConfigMapVolume | str
    SecretLike = SecretVolume | str
    ClaimLike = ClaimVolume | str
else:
    MountLike, ConfigMapLike, SecretLike, ClaimLike = Mount, ConfigMapVolume, SecretVolume, ClaimVolume


class Volume(Model):
    """A volume and its places in the container; exactly one of its sources."""

    rivals = (
        frozenset(
            {
                "empty_dir",
                "config_map",
                "secret",
                "claim",
                "owned_claim",
                "ephemeral",
                "projected",
                "downward_api",
                "csi",
                "secret_provider",
                "nfs",
                "iscsi",
                "fc",
                "host_path",
            }
        ),
    )

    mounts: Sequence[MountLike] = ()
    """Where the container finds it: paths, or ``Mount`` for a sub-path or read-only. None where only others do."""

    device: AbsolutePath | None = None
    """Where the container finds the bare device of a disk whose ``volume_mode`` is ``Block``, as ``/dev/xvda``."""

    empty_dir: EmptyDir | None = None
    """Scratch space that lives as long as the pod."""

    config_map: ConfigMapLike | None = None
    """Files from a ConfigMap."""

    secret: SecretLike | None = None
    """Files from a Secret."""

    claim: ClaimLike | None = None
    """An existing PersistentVolumeClaim."""

    owned_claim: OwnedClaim | None = None
    """A disk that the chart makes."""

    ephemeral: Ephemeral | None = None
    """A disk that comes and goes with its pod."""

    projected: Projected | None = None
    """Several sources in one folder: ConfigMaps, Secrets, the pod's fields, tokens."""

    downward_api: DownwardApi | None = None
    """What is known of the pod, as files."""

    csi: Csi | None = None
    """A volume that a driver makes for the pod."""

    secret_provider: SecretProvider | None = None
    """Secrets of an outside store as files."""

    nfs: Nfs | None = None
    """A folder of an NFS server."""

    iscsi: Iscsi | None = None
    """A disk of an iSCSI target."""

    fc: FibreChannel | None = None
    """A disk in a Fibre Channel network."""

    host_path: HostPath | None = None
    """A path of the node, with the reason; for node agents only."""
