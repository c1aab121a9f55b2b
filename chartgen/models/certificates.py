"""Certificates that cert-manager makes and renews."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from chartgen.models.base import MUST, Model, Shorthand
from chartgen.models.types import Duration, Host, LabelKey, ObjectName, Positive, Text

Usage = Literal[
    "signing",
    "digital signature",
    "content commitment",
    "key encipherment",
    "key agreement",
    "data encipherment",
    "cert sign",
    "crl sign",
    "encipher only",
    "decipher only",
    "any",
    "server auth",
    "client auth",
    "code signing",
    "email protection",
    "s/mime",
    "ipsec end system",
    "ipsec tunnel",
    "ipsec user",
    "timestamping",
    "ocsp signing",
    "microsoft sgc",
    "netscape sgc",
]


class Issuer(Shorthand):
    """Who makes a certificate; the name alone is an Issuer of the service's namespace."""

    scalar = "name"
    positional = ("name",)

    name: ObjectName = Field(default=MUST, kw_only=False)
    """The issuer's name."""

    kind: Annotated[str, Field(pattern=r"^[A-Z][A-Za-z0-9]*$", max_length=63)] = "Issuer"
    """``Issuer`` lies in the service's namespace, ``ClusterIssuer`` serves all; others are of further groups."""

    group: Annotated[str, Field(pattern=r"^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$", max_length=253)] = "cert-manager.io"
    """The API group of the kind."""


if TYPE_CHECKING:
    IssuerLike = Issuer | str
else:
    IssuerLike = Issuer


class PrivateKey(Model):
    """The key of a certificate."""

    algorithm: Literal["RSA", "ECDSA", "Ed25519"] = "RSA"
    """Its algorithm."""

    size: Literal[256, 384, 521, 2048, 4096, 8192] | None = None
    """Bits: 2048, 4096 or 8192 for RSA, 256, 384 or 521 for ECDSA; by default the smallest."""

    encoding: Literal["PKCS1", "PKCS8"] = "PKCS1"
    """How it is written."""

    rotation_policy: Literal["Always", "Never"] = "Always"
    """``Always`` makes a new key at each renewal."""


class Certificate(Model):
    """A certificate that cert-manager keeps in a Secret: ``<fullname>-<name>``.

    Named ``tls``, its Secret is the one that the main route's TLS looks for; named ``admin-tls``, that of the route
    ``admin``.

    Source: https://cert-manager.io/docs/reference/api-docs/#cert-manager.io/v1.CertificateSpec
    """

    issuer: IssuerLike = MUST
    """Who makes it: ``Issuer("letsencrypt-prod", kind="ClusterIssuer")``."""

    dns_names: Sequence[Host] = ()
    """Hosts that it is for."""

    common_name: Annotated[Text, Field(pattern=r"^[^\n]+$", max_length=64)] | None = None
    """Its common name, which browsers ignore."""

    ip_addresses: Sequence[Annotated[str, Field(pattern=r"^[0-9a-fA-F.:]+$")]] = ()
    """Addresses that it is for."""

    uris: Sequence[Annotated[str, Field(pattern=r"^[a-z][a-z0-9+.-]*:[^\s]+$")]] = ()
    """URIs that it is for, as ``spiffe://…``."""

    email_addresses: Sequence[Annotated[str, Field(pattern=r"^[^\s@]+@[^\s@]+$")]] = ()
    """Mail addresses that it is for."""

    organizations: Sequence[Text] = ()
    """Organisations of its subject."""

    secret_name: ObjectName | None = None
    """The Secret that it is kept in; by default ``<fullname>-<name>``."""

    secret_labels: Mapping[LabelKey, Text] = {}
    """Labels of the Secret."""

    secret_annotations: Mapping[LabelKey, Text] = {}
    """Annotations of the Secret."""

    duration: Duration | None = None
    """How long it holds, as ``2160h``; the issuer may choose otherwise. cert-manager's default is 90 days."""

    renew_before: Duration | None = None
    """How long before its end it is renewed, as ``360h``; cert-manager's default is a third of its time."""

    usages: Sequence[Usage] = ()
    """What its key may be used for; cert-manager's default is digital signature and key encipherment."""

    is_ca: bool = False
    """Whether it may sign others."""

    private_key: PrivateKey | None = None
    """Its key; by default RSA with 2048 bits."""

    revision_history_limit: Positive | None = None
    """Old CertificateRequests kept."""
