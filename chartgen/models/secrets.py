"""Secrets that the chart asks for: from a store by the External Secrets operator, or unsealed by Sealed Secrets.

No field holds a secret's value.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, Field

from chartgen.models.base import MUST, Model, Shorthand
from chartgen.models.types import (
    Ciphertext,
    ConfigKey,
    Duration,
    LabelKey,
    LabelValue,
    ObjectName,
    Text,
    refuse_bad_key,
)

Conversion = Literal["Default", "Unicode"]
Decoding = Literal["Auto", "Base64", "Base64URL", "None"]
Line = Annotated[Text, Field(pattern=r"^[^\n]+$")]
"""Text on one line, not empty."""

SecretType = Annotated[str, Field(pattern=r"^[A-Za-z0-9]([-A-Za-z0-9./]*[A-Za-z0-9])?$", max_length=253)]
"""A Secret's type: ``Opaque``, ``kubernetes.io/tls``."""


class SecretStoreRef(Shorthand):
    """The store that secrets come from; its name alone is a SecretStore of the service's namespace."""

    scalar = "name"
    positional = ("name",)

    name: ObjectName = Field(default=MUST, kw_only=False)
    """The store's name."""

    kind: Literal["SecretStore", "ClusterSecretStore"] = "SecretStore"
    """``SecretStore`` lies in the service's namespace, ``ClusterSecretStore`` serves all."""


class RemoteRef(Shorthand):
    """A secret in the store; its key alone says the same as ``RemoteRef("orders/db")``."""

    scalar = "key"
    positional = ("key",)

    key: Line = Field(default=MUST, kw_only=False)
    """The secret's name or path in the store: ``orders/db``."""

    property: Line | None = None
    """The field of the secret, where it holds several; without one the whole of it."""

    version: Line | None = None
    """The version, as the store counts; without one the newest."""

    conversion: Conversion = "Default"
    """What becomes of characters in the store's keys that no Secret takes: ``_`` by ``Default``, their number by
    ``Unicode``."""

    decoding: Decoding = "None"
    """How the value in the store is encoded; ``None`` takes it as it is."""

    metadata: Literal["None", "Fetch"] = "None"
    """``Fetch`` takes the secret's tags or labels in the store in place of its value."""


class Find(Model):
    """All secrets of the store that fit; each becomes a key."""

    path: Line | None = None
    """Only below this path."""

    name: Line | None = None
    """Only those whose name matches this regular expression (Go's RE2)."""

    tags: Mapping[Annotated[Line, AfterValidator(refuse_bad_key)], Line] = {}
    """Only those that carry these tags."""

    conversion: Conversion = "Default"
    """As in ``RemoteRef``."""

    decoding: Decoding = "None"
    """As in ``RemoteRef``."""


class Rewrite(Model):
    """How keys are renamed: by a regular expression, or by a template."""

    rivals = (frozenset({"source", "transform"}),)

    source: Line | None = None
    """A regular expression (Go's RE2) over the key: ``^db-(.*)$``."""

    target: Text = ""
    """What takes its place: ``$1``."""

    transform: Line | None = None
    """A template over the key in place of both: ``{{ .value | upper }}``."""


if TYPE_CHECKING:
    StoreLike = SecretStoreRef | str
    RemoteLike = RemoteRef | str
else:
    StoreLike, RemoteLike = SecretStoreRef, RemoteRef


class DataFrom(Model):
    """Many keys at once; exactly one of extract and find."""

    rivals = (frozenset({"extract", "find"}),)

    extract: RemoteLike | None = None
    """One secret of the store that holds several fields: each becomes a key."""

    find: Find | None = None
    """All secrets of the store that fit: each becomes a key."""

    rewrite: Sequence[Rewrite] = ()
    """How the keys are renamed, one after the other."""


class SecretTemplate(Model):
    """What the Secret looks like beside the values that were fetched.

    Source: https://external-secrets.io/latest/guides/templating/
    """

    type: SecretType = "Opaque"
    """The Secret's type, as ``kubernetes.io/tls``."""

    labels: Mapping[LabelKey, LabelValue] = {}
    """Labels on the Secret."""

    annotations: Mapping[LabelKey, Text] = {}
    """Annotations on the Secret."""

    data: Mapping[ConfigKey, Text] = {}
    """Keys put together from those that were fetched: ``{"url": "postgres://{{ .user }}:{{ .password }}@db/orders"}``.
    With ``merge_policy`` ``Replace`` the Secret then holds these keys only."""

    merge_policy: Literal["Replace", "Merge"] = "Replace"
    """``Merge`` keeps the fetched keys beside those of ``data``."""


class ExternalSecret(Model):
    """A Secret that the External Secrets operator fetches from a store (Vault, AWS, Azure, GCP, …) and keeps fresh.

    Variables (``SecretKey(own="db", key="password")``, ``EnvFrom(own_secret="db")``) and volumes
    (``SecretVolume(own="db")``) refer to it by the name it has here.

    Source: https://external-secrets.io/latest/api/externalsecret/
    """

    store: StoreLike | None = None
    """The store; by default the service's ``secret_store``."""

    data: Mapping[ConfigKey, RemoteLike | None] = {}
    """Keys of the Secret, and what they hold: ``{"password": RemoteRef("orders/db", property="password")}``."""

    data_from: Sequence[DataFrom] = ()
    """Many keys at once; the later wins, ``data`` wins over all."""

    refresh_interval: Duration = "1h"
    """How often the store is asked, as ``15m``; ``0`` for once."""

    refresh_policy: Literal["Periodic", "OnChange", "CreatedOnce"] | None = None
    """``OnChange`` asks only after a change of this description, ``CreatedOnce`` never again; by default
    ``Periodic``."""

    target_name: ObjectName | None = None
    """The Secret's name; by default ``<fullname>-<name>``, so that two releases live in one namespace."""

    creation_policy: Literal["Owner", "Orphan", "Merge", "None"] = "Owner"
    """``Owner`` makes the Secret and removes it with the ExternalSecret; ``Orphan`` leaves it; ``Merge`` adds keys to
    one that exists, which ``target_name`` names; ``None`` makes none."""

    deletion_policy: Literal["Retain", "Delete", "Merge"] = "Retain"
    """What happens when the store has the secret no more: keep the Secret, delete it, or only take its keys away."""

    immutable: bool = False
    """Make a Secret that nobody changes once it is there."""

    template: SecretTemplate | None = None
    """The Secret's type, labels and keys put together from those that were fetched."""


class SealedSecret(Model):
    """A Secret that stands in the chart as ciphertext, which only the cluster's controller can open (``kubeseal``).

    References are as for an ExternalSecret: ``SecretKey(own="db", key="password")``.

    Source: https://github.com/bitnami-labs/sealed-secrets#scopes
    """

    encrypted_data: Mapping[ConfigKey, Ciphertext | None] = {}
    """Ciphertext by key, as ``kubeseal --raw`` prints it. What is not sealed is refused."""

    scope: Literal["strict", "namespace-wide", "cluster-wide"] = "strict"
    """What the ciphertext is bound to, as ``kubeseal --scope``: to name and namespace, to the namespace, or to
    nothing."""

    name: ObjectName | None = None
    """The Secret's name; by default ``<fullname>-<name>``. With the scope ``strict`` it must be the one it was sealed
    for, so it is required."""

    type: SecretType = "Opaque"
    """The Secret's type."""

    labels: Mapping[LabelKey, LabelValue] = {}
    """Labels on the Secret."""

    annotations: Mapping[LabelKey, Text] = {}
    """Annotations on the Secret."""

    immutable: bool = False
    """Make a Secret that nobody changes once it is there."""
