"""The values of the chart's own ConfigMaps and Secrets."""

from collections.abc import Mapping, Sequence
from typing import Literal, Self

from pydantic import ConfigDict, model_validator
from pydantic.config import JsonDict

from chartgen.charting.values_models.base import OPTIONAL, Section
from chartgen.models.secrets import Conversion, Decoding, SecretType
from chartgen.models.types import (
    AbsolutePath,
    Base64,
    ConfigKey,
    Duration,
    FileMode,
    LabelKey,
    LabelValue,
    Name,
    ObjectName,
)

_ONE_CONTENT: JsonDict = {"oneOf": [{"required": ["content"]}, {"required": ["binaryContent"]}]}


class ConfigFileValues(Section):
    """A file that is mounted from a ConfigMap: content as text, or binaryContent in base64."""

    model_config = ConfigDict(json_schema_extra=_ONE_CONTENT)

    content: str = OPTIONAL
    binary_content: Base64 = OPTIONAL
    mount_path: AbsolutePath
    mode: FileMode = OPTIONAL

    @model_validator(mode="after")
    def _one_content(self) -> Self:
        if len(self.model_fields_set & {"content", "binary_content"}) != 1:
            msg = "needs either content or binaryContent"
            raise ValueError(msg)
        return self


class ConfigMapValues(Section):
    """A ConfigMap of the chart; an immutable one has the digest of its data in its name."""

    data: Mapping[ConfigKey, str]
    binary_data: Mapping[ConfigKey, Base64]
    immutable: bool = OPTIONAL


class ReadsValues(Section):
    """The names of what the pods read, as configMaps, externalSecrets and sealedSecrets have them."""

    config_maps: Sequence[Name]
    secrets: Sequence[Name]


class StoreRefValues(Section):
    """The store that secrets come from."""

    name: ObjectName
    kind: Literal["SecretStore", "ClusterSecretStore"]


class RemoteRefValues(Section):
    """A secret in the store; the operator's defaults are written out, so that what is stored compares equal."""

    key: str
    property: str = OPTIONAL
    version: str = OPTIONAL
    conversion_strategy: Conversion
    decoding_strategy: Decoding
    metadata_policy: Literal["None", "Fetch"]


class FindNameValues(Section):
    """A condition on a secret's name."""

    regexp: str


class FindValues(Section):
    """Conditions on the secrets of the store."""

    path: str = OPTIONAL
    name: FindNameValues = OPTIONAL
    tags: Mapping[str, str] = OPTIONAL
    conversion_strategy: Conversion
    decoding_strategy: Decoding


class RewriteRegexpValues(Section):
    """Keys by a regular expression."""

    source: str
    target: str


class RewriteTransformValues(Section):
    """Keys by a template."""

    template: str


class RewriteValues(Section):
    """How keys are renamed."""

    regexp: RewriteRegexpValues = OPTIONAL
    transform: RewriteTransformValues = OPTIONAL


class DataFromValues(Section):
    """Many keys at once."""

    extract: RemoteRefValues = OPTIONAL
    find: FindValues = OPTIONAL
    rewrite: Sequence[RewriteValues] = OPTIONAL


class TargetValues(Section):
    """The Secret that is made; an empty name for <fullname>-<name>."""

    name: str
    creation_policy: Literal["Owner", "Orphan", "Merge", "None"]
    deletion_policy: Literal["Retain", "Delete", "Merge"]
    immutable: bool = OPTIONAL


class SecretTemplateValues(Section):
    """What the Secret looks like beside its values."""

    type: SecretType
    labels: Mapping[LabelKey, LabelValue]
    annotations: Mapping[LabelKey, str]
    immutable: bool = OPTIONAL


class ExternalTemplateValues(Section):
    """The same, with keys put together from those that were fetched."""

    type: SecretType
    labels: Mapping[LabelKey, LabelValue]
    annotations: Mapping[LabelKey, str]
    data: Mapping[ConfigKey, str]
    merge_policy: Literal["Replace", "Merge"]


class ExternalSecretValues(Section):
    """A Secret that is fetched from a store and kept fresh."""

    secret_store_ref: StoreRefValues
    refresh_interval: Duration
    refresh_policy: Literal["", "Periodic", "OnChange", "CreatedOnce"]
    data: Mapping[ConfigKey, RemoteRefValues]
    data_from: Sequence[DataFromValues]
    target: TargetValues
    template: ExternalTemplateValues = OPTIONAL


class SealedSecretValues(Section):
    """A Secret as ciphertext; an empty name for <fullname>-<name>."""

    name: str
    scope: Literal["strict", "namespace-wide", "cluster-wide"]
    encrypted_data: Mapping[ConfigKey, Base64]
    template: SecretTemplateValues
