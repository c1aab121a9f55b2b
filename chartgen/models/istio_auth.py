"""Who may call what in an Istio mesh: AuthorizationPolicy, PeerAuthentication, RequestAuthentication."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field

from chartgen.models.base import MUST, Model
from chartgen.models.istio import Span
from chartgen.models.metrics import KIND
from chartgen.models.types import HeaderName, LabelKey, LabelValue, Name, ObjectName, PortName, PortNumber, Text

Words = Sequence[Annotated[Text, Field(pattern=r"^[^\n]+$", max_length=2048)]]
"""Texts that are compared whole; ``*`` at the beginning or end stands for anything, alone for any that is there."""

MtlsMode = Literal["STRICT", "PERMISSIVE", "DISABLE", "UNSET"]
"""Only mutual TLS, plain text too, plain text only, as for the whole namespace."""

Address = Annotated[str, Field(pattern=r"^[0-9a-f.:]+(/[0-9]{1,3})?$", max_length=49)]
"""An address or a block of addresses."""


class PolicyTarget(Model):
    """A Gateway or Service that a policy is for, where a waypoint and not a sidecar enforces it."""

    group: Annotated[str, Field(pattern=r"^([a-z0-9]([-a-z0-9.]*[a-z0-9])?)?$", max_length=253)] = (
        "gateway.networking.k8s.io"
    )
    """The API group of the kind; empty for a Service."""

    kind: Annotated[str, Field(pattern=KIND, max_length=63)] = "Gateway"
    """The object's kind."""

    name: ObjectName = MUST
    """The object's name, in the same namespace."""


class PolicyScope(Model):
    """Whose calls a policy is about: those of the main workload's pods unless it says otherwise."""

    rivals = (frozenset({"component", "labels", "namespace_wide", "targets"}),)

    component: Name | None = None
    """The component whose pods are called; by default the main workload's."""

    labels: Annotated[Mapping[LabelKey, LabelValue], Field(min_length=1)] | None = None
    """Other pods of the namespace, by their labels."""

    namespace_wide: bool | None = None
    """Every pod of the namespace, those of other releases among them."""

    targets: Annotated[Sequence[PolicyTarget], Field(min_length=1, max_length=16)] | None = None
    """Gateways or Services, for waypoints."""


class IstioSource(Model):
    """Who calls: all of what is said must hold."""

    principals: Words = ()
    """Identities of workloads: ``cluster.local/ns/shop/sa/front``; they need mutual TLS."""

    not_principals: Words = ()
    """All but those."""

    request_principals: Words = ()
    """Identities of users, ``<issuer>/<subject>`` of a token; ``*`` for any valid one."""

    not_request_principals: Words = ()
    """All but those: with ``*`` those without a valid token."""

    namespaces: Words = ()
    """Namespaces of the callers; they need mutual TLS."""

    not_namespaces: Words = ()
    """All but those."""

    service_accounts: Annotated[Words, Field(max_length=16)] = ()
    """ServiceAccounts of the callers, ``<name>`` or ``<namespace>/<name>``; not beside principals or namespaces."""

    not_service_accounts: Annotated[Words, Field(max_length=16)] = ()
    """All but those."""

    ip_blocks: Sequence[Address] = ()
    """Addresses that the packets come from."""

    not_ip_blocks: Sequence[Address] = ()
    """All but those."""

    remote_ip_blocks: Sequence[Address] = ()
    """Addresses of the callers as proxies tell them (``X-Forwarded-For``)."""

    not_remote_ip_blocks: Sequence[Address] = ()
    """All but those."""


class IstioOperation(Model):
    """What is asked for: all of what is said must hold."""

    hosts: Words = ()
    """Hosts that are asked for."""

    not_hosts: Words = ()
    """All but those."""

    ports: Sequence[PortName | PortNumber] = ()
    """Ports of the pods, by name or number."""

    not_ports: Sequence[PortName | PortNumber] = ()
    """All but those."""

    methods: Words = ()
    """Methods: ``GET``; of gRPC always ``POST``."""

    not_methods: Words = ()
    """All but those."""

    paths: Words = ()
    """Paths: ``/api/*``; of gRPC ``/<package>.<service>/<method>``."""

    not_paths: Words = ()
    """All but those."""


class IstioCondition(Model):
    """Something else that must hold.

    Source: https://istio.io/latest/docs/reference/config/security/conditions/
    """

    key: Annotated[Text, Field(pattern=r"^[^\n]+$", max_length=256)] = MUST
    """What is looked at: ``request.headers[X-Version]``, ``request.auth.claims[iss]``."""

    values: Words = ()
    """What it may be."""

    not_values: Words = ()
    """What it may not be."""


class AuthorizationRule(Model):
    """Calls that are meant: one of the sources, one of the operations, all of the conditions. Empty for every call."""

    sources: Annotated[Sequence[IstioSource], Field(max_length=512)] = ()
    """Who calls; none for anybody."""

    operations: Sequence[IstioOperation] = ()
    """What is asked for; none for anything."""

    conditions: Sequence[IstioCondition] = ()
    """What else must hold."""


class AuthorizationPolicy(PolicyScope):
    """Which calls are let through, refused, or noted.

    Without rules it refuses every call. Source: https://istio.io/latest/docs/reference/config/security/authorization-policy/
    """

    action: Literal["ALLOW", "DENY", "AUDIT", "CUSTOM"] = "ALLOW"
    """``ALLOW`` lets these through and refuses all others, ``DENY`` refuses these, ``AUDIT`` notes them, ``CUSTOM``
    lets ``provider`` decide."""

    provider: Annotated[Text, Field(min_length=1, max_length=253)] | None = None
    """Who decides, as the mesh's configuration calls it; with ``CUSTOM``."""

    rules: Annotated[Sequence[AuthorizationRule], Field(max_length=512)] = ()
    """The calls; one rule that fits is enough."""


class PeerAuthentication(PolicyScope):
    """Whether callers of the pods need mutual TLS.

    Source: https://istio.io/latest/docs/reference/config/security/peer_authentication/
    """

    mode: MtlsMode = "STRICT"
    """``STRICT`` takes mutual TLS only, ``PERMISSIVE`` plain text too."""

    ports: Mapping[PortName, MtlsMode | None] = {}
    """Ports of the workload that do otherwise, by name: ``{"metrics": "PERMISSIVE"}``."""


class JwtHeader(Model):
    """A header that holds a token."""

    name: HeaderName = MUST
    """The header's name."""

    prefix: Text | None = None
    """What stands before the token, as ``Bearer`` and a space."""


class JwtRule(Model):
    """Whose tokens are valid, and where they are.

    Source: https://istio.io/latest/docs/reference/config/security/jwt/
    """

    rivals = (frozenset({"jwks_uri", "jwks"}),)

    issuer: Annotated[Text, Field(pattern=r"^[^\n]+$", max_length=2048)] = MUST
    """Who made the token (``iss``): ``https://login.example.com``."""

    audiences: Words = ()
    """For whom it has to be (``aud``), one of these; by default the Service's name."""

    jwks_uri: Annotated[str, Field(pattern=r"^https?://[^\s]+$", max_length=2048)] | None = None
    """Where the issuer's public keys are; by default its OpenID configuration says it."""

    jwks: Annotated[Text, Field(min_length=1)] | None = None
    """The issuer's public keys themselves, as JSON."""

    from_headers: Sequence[JwtHeader] = ()
    """Headers that hold the token; by default ``Authorization: Bearer``."""

    from_params: Words = ()
    """Parameters of the URL that hold it."""

    from_cookies: Words = ()
    """Cookies that hold it."""

    forward_original_token: bool | None = None
    """Leave the token in the request."""

    output_payload_to_header: HeaderName | None = None
    """The header in which the token's content is passed on, in base64."""

    output_claim_to_headers: Mapping[HeaderName, Annotated[Text, Field(min_length=1)]] = {}
    """Headers in which claims are passed on: ``{"X-User": "sub"}``."""

    timeout: Span | None = None
    """How long to wait for the keys; Istio's default is ``5s``."""


class RequestAuthentication(PolicyScope):
    """Whose tokens are valid: a request with another one is refused, one without any is not.

    An ``AuthorizationPolicy`` with ``request_principals`` asks for one.
    Source: https://istio.io/latest/docs/reference/config/security/request_authentication/
    """

    jwt_rules: Annotated[Sequence[JwtRule], Field(min_length=1, max_length=4096)] = MUST
    """The issuers."""
