"""Environment variables: written out, put together from others, or taken from ConfigMaps, Secrets and the pod."""

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field, model_validator

from chartgen.models.base import MUST, Model, is_mapping
from chartgen.models.types import AbsolutePath, ConfigKey, ObjectName, Quantity, Text


class Ref(Model):
    """A text that refers to other variables as ``$(NAME)``; it is printed after them, so that Kubernetes can expand it.

    Source: https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/
    """

    positional = ("text",)

    text: Text = Field(default=MUST, kw_only=False)
    """The text, as ``postgres://$(DB_USER)@orders-db/orders``."""


class SecretKey(Model):
    """The value of a key of an existing Secret."""

    secret: ObjectName = MUST
    """The Secret's name."""

    key: ConfigKey = MUST
    """The key in it."""

    optional: bool = False
    """Start without the variable where the Secret or key is missing."""


class ConfigMapKey(Model):
    """The value of a key of an existing ConfigMap."""

    config_map: ObjectName = MUST
    """The ConfigMap's name."""

    key: ConfigKey = MUST
    """The key in it."""

    optional: bool = False
    """Start without the variable where the ConfigMap or key is missing."""


class FieldRef(Model):
    """A field of the pod: its name, namespace, labels, node or addresses.

    Source: https://kubernetes.io/docs/concepts/workloads/pods/downward-api/
    """

    positional = ("path",)

    path: Annotated[
        str,
        Field(
            pattern=r"^(metadata\.(name|namespace|uid|(labels|annotations)\['[^']+'\])"
            r"|spec\.(nodeName|serviceAccountName)|status\.(hostIPs?|podIPs?))$"
        ),
    ] = Field(default=MUST, kw_only=False)
    """The field, as ``metadata.name``."""


class ResourceField(Model):
    """A request or limit of the container, as ``limits.memory``."""

    positional = ("resource",)

    resource: Annotated[str, Field(pattern=r"^(requests|limits)\.(cpu|memory|ephemeral-storage)$")] = Field(
        default=MUST, kw_only=False
    )
    """Which one: ``requests.`` or ``limits.`` and ``cpu``, ``memory`` or ``ephemeral-storage``."""

    divisor: Quantity = "1"
    """The unit of the number: ``1m`` for millicores, ``1Mi`` for mebibytes; rounded up."""


class EnvVar(Model):
    """One environment variable; exactly one of these says where its value comes from."""

    rivals = (frozenset({"value", "ref", "secret_key", "config_map_key", "field", "resource"}),)

    value: Text | None = None
    """The value itself, taken literally: ``$(`` is no reference here. Never a secret: those come by ``secret_key``."""

    ref: Ref | None = None
    """A text that refers to other variables."""

    secret_key: SecretKey | None = None
    """A key of an existing Secret."""

    config_map_key: ConfigMapKey | None = None
    """A key of an existing ConfigMap."""

    field: FieldRef | None = None
    """A field of the pod."""

    resource: ResourceField | None = None
    """A request or limit of the container."""

    @model_validator(mode="before")
    @classmethod
    def _expand(cls, value: Any) -> Any:
        if is_mapping(value) or isinstance(value, cls):
            return value
        return {_field_of(value): value}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> Any:
        whole = handler.resolve_ref_schema(handler(schema))
        return {"anyOf": [{"type": "string"}, whole]}


def _field_of(value: object) -> str:
    return next((field for kind, field in _FIELD_OF.items() if isinstance(value, kind)), "value")


_FIELD_OF: dict[type[Model], str] = {
    Ref: "ref",
    SecretKey: "secret_key",
    ConfigMapKey: "config_map_key",
    FieldRef: "field",
    ResourceField: "resource",
}


class EnvFrom(Model):
    """Every key of an existing ConfigMap or Secret as a variable; exactly one of the two."""

    config_map: ObjectName | None = None
    """The ConfigMap's name."""

    secret: ObjectName | None = None
    """The Secret's name."""

    prefix: Annotated[str, Field(pattern=r"^([A-Za-z_][A-Za-z0-9_]*)?$")] = ""
    """Put before each key."""

    optional: bool = False
    """Start without them where the object is missing."""


class ConfigFile(Model):
    """A file kept in a ConfigMap of the chart and mounted into the container; a change of it rolls the pods."""

    content: Text = MUST
    """The file's text. Never a secret."""

    mount_path: AbsolutePath = MUST
    """Where the container finds the file, name included: ``/etc/nginx/nginx.conf``."""


if TYPE_CHECKING:
    EnvLike = EnvVar | Ref | SecretKey | ConfigMapKey | FieldRef | ResourceField | str
else:
    EnvLike = EnvVar
