"""Configuration that the chart keeps in ConfigMaps: texts, and files that lie beside the service file."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pydantic import Field, model_validator

from chartgen.models.base import MUST, Model, Shorthand, is_mapping
from chartgen.models.types import AbsolutePath, Base64, ConfigKey, FileMode, ProjectPath, Text


class File(Shorthand):
    """A file that lies beside the service file or below its folder; its content goes into the chart."""

    scalar = "path"
    positional = ("path",)

    path: ProjectPath = Field(default=MUST, kw_only=False)
    """The file, from the folder of the service file (in a preset: of the preset): ``nginx.conf``, ``config/app.yaml``.
    It is read when the chart is made; absolute paths, ``..`` and symbolic links are refused."""

    binary: bool = False
    """Keep the bytes as they are, as an image or an archive needs it; otherwise the file is UTF-8 text."""


if TYPE_CHECKING:
    FileLike = File | str
else:
    FileLike = File


class Content(Model):
    """What a key of a ConfigMap holds; exactly one of content, binary and file."""

    rivals = (frozenset({"content", "binary", "file"}),)

    content: Text | None = None
    """The text. Never a secret."""

    binary: Base64 | None = None
    """Bytes, in base64."""

    file: FileLike | None = None
    """A file beside the service file, taken in when the chart is made. Never a secret."""


class ConfigFile(Content):
    """A file kept in a ConfigMap of the chart and mounted into the container; a change of it rolls the pods."""

    mount_path: AbsolutePath = MUST
    """Where the container finds the file, name included: ``/etc/nginx/nginx.conf``."""

    mode: FileMode | None = None
    """The file's permissions, as ``0o555`` for a script; by default ``0o644``."""


class ConfigEntry(Content):
    """What a key of a ConfigMap holds: text alone, a ``File``, or one of these."""

    @model_validator(mode="before")
    @classmethod
    def _expand(cls, value: Any) -> Any:
        if is_mapping(value) or isinstance(value, cls):
            return value
        return {"file" if isinstance(value, File) else "content": value}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> Any:
        whole = handler.resolve_ref_schema(handler(schema))
        return {"anyOf": [{"type": "string"}, whole]}


if TYPE_CHECKING:
    EntryLike = ConfigEntry | File | str
else:
    EntryLike = ConfigEntry


class ConfigMap(Model):
    """A ConfigMap of the chart: ``<fullname>-<name>``, 1 MiB at most. A change of it rolls the pods that read it.

    Variables (``ConfigMapKey(own="limits", key="rate")``, ``EnvFrom(own_config_map="limits")``) and volumes
    (``ConfigMapVolume(own="limits")``) refer to it by the name it has here.

    Source: https://kubernetes.io/docs/concepts/configuration/configmap/
    """

    data: Mapping[ConfigKey, EntryLike | None] = {}
    """What it holds, by key: text, or ``File("logo.png", binary=True)`` for a file beside the service file."""

    immutable: bool = False
    """Give the object's name the digest of what it holds, and let nobody change it: a change makes a new object, and
    pods of the old version never read the new one's. It spares the API server the kubelets' watches."""
