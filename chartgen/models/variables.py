"""Environment variables: written out, put together from others, or taken from ConfigMaps, Secrets and the pod."""

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field, model_validator

from chartgen.models.base import MUST, Model, is_mapping
from chartgen.models.types import ConfigKey, Name, ObjectName, Quantity, Text

PREFIX = r"^([A-Za-z_][A-Za-z0-9_]*)?$"


class Ref(Model):
    """A text that refers to other variables as ``$(NAME)``; it is printed after them, so that Kubernetes can expand it.

    Source: https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/
    """

    positional = ("text",)

    text: Text = Field(default=MUST, kw_only=False)
    """The text, as ``postgres://$(DB_USER)@orders-db/orders``."""


class SecretKey(Model):
    """The value of a key of a Secret: an existing one (``secret``) or one that the chart asks for (``own``)."""

    rivals = (frozenset({"secret", "own"}),)

    secret: ObjectName | None = None
    """An existing Secret's name."""

    own: Name | None = None
    """A Secret of the chart, by its name in ``external_secrets`` or ``sealed_secrets``; a change of it rolls the
    pods."""

    key: ConfigKey = MUST
    """The key in it."""

    optional: bool = False
    """Start without the variable where the Secret or key is missing."""


class ConfigMapKey(Model):
    """The value of a key of a ConfigMap: an existing one (``config_map``) or one of the chart (``own``)."""

    rivals = (frozenset({"config_map", "own"}),)

    config_map: ObjectName | None = None
    """An existing ConfigMap's name."""

    own: Name | None = None
    """A ConfigMap of the chart, by its name in ``config_maps``; a change of it rolls the pods."""

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
    """A key of a Secret."""

    config_map_key: ConfigMapKey | None = None
    """A key of a ConfigMap."""

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
    """Every key of a ConfigMap or Secret as a variable; exactly one of the four."""

    config_map: ObjectName | None = None
    """An existing ConfigMap's name."""

    secret: ObjectName | None = None
    """An existing Secret's name."""

    own_config_map: Name | None = None
    """A ConfigMap of the chart, by its name in ``config_maps``; a change of it rolls the pods."""

    own_secret: Name | None = None
    """A Secret of the chart, by its name in ``external_secrets`` or ``sealed_secrets``; a change of it rolls the
    pods."""

    prefix: Annotated[str, Field(pattern=PREFIX)] = ""
    """Put before each key."""

    optional: bool = False
    """Start without them where the object is missing."""


if TYPE_CHECKING:
    EnvLike = EnvVar | Ref | SecretKey | ConfigMapKey | FieldRef | ResourceField | str
else:
    EnvLike = EnvVar
