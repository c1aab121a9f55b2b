"""Volumes and where the container finds them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from chartgen.models.base import MUST, Model, Shorthand
from chartgen.models.types import AbsolutePath, ConfigKey, FileMode, Name, ObjectName, Quantity

TMP = "/tmp"  # noqa: S108 - the path in the container
"""Where a program writes scratch files."""

RelativePath = Annotated[str, Field(pattern=r"^[^/:\x00-\x1f][^:\x00-\x1f]*$", max_length=4096)]
"""A path inside a volume: relative, without ``..``."""


class Mount(Shorthand):
    """Where a volume appears; the path alone says the same as ``Mount(path="/data")``."""

    scalar = "path"

    path: AbsolutePath = MUST
    """The path in the container."""

    sub_path: RelativePath | None = None
    """One file or folder of the volume in place of all of it; it is not updated while the pod runs."""

    read_only: bool = False
    """Refuse writing."""


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


class ClaimVolume(Shorthand):
    """An existing PersistentVolumeClaim; its name alone says the same as ``ClaimVolume(name="x")``."""

    scalar = "name"

    name: ObjectName = MUST
    """The claim's name."""

    read_only: bool = False
    """Refuse writing."""


if TYPE_CHECKING:
    MountLike = Mount | str
    ConfigMapLike = ConfigMapVolume | str
    SecretLike = SecretVolume | str
    ClaimLike = ClaimVolume | str
else:
    MountLike, ConfigMapLike, SecretLike, ClaimLike = Mount, ConfigMapVolume, SecretVolume, ClaimVolume


class Volume(Model):
    """A volume and its places in the container; exactly one of empty_dir, config_map, secret and claim."""

    rivals = (frozenset({"empty_dir", "config_map", "secret", "claim"}),)

    mounts: Annotated[Sequence[MountLike], Field(min_length=1)] = MUST
    """Where the container finds it: paths, or ``Mount`` for a sub-path or read-only."""

    empty_dir: EmptyDir | None = None
    """Scratch space that lives as long as the pod."""

    config_map: ConfigMapLike | None = None
    """Files from a ConfigMap."""

    secret: SecretLike | None = None
    """Files from a Secret."""

    claim: ClaimLike | None = None
    """An existing PersistentVolumeClaim."""
