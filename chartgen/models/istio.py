"""Istio's routing: VirtualServices and DestinationRules, in Istio's own words."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from chartgen.models.backends import Target
from chartgen.models.base import MUST, Model, Shorthand
from chartgen.models.gateway import FieldName, Headers
from chartgen.models.types import Count, LabelKey, LabelValue, Name, ObjectName, PortNumber, Positive, Text

Span = Annotated[str, Field(pattern=r"^[1-9][0-9]{0,8}(ms|s|m|h)$")]
"""A span of time of at least a millisecond: ``500ms``, ``10s``, ``1h``."""

Percent = Annotated[int, Field(ge=0, le=100)]
IstioHost = Annotated[str, Field(pattern=r"^(\*|(\*\.)?[a-zA-Z0-9]([-a-zA-Z0-9.]*[a-zA-Z0-9])?)$", max_length=253)]
"""A host: a Service's name, a DNS name that may begin with ``*.``, or ``*``."""

GatewayName = Annotated[str, Field(pattern=r"^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]*[a-z0-9])?$")]
"""A Gateway, as ``edge/public``; ``mesh`` for the sidecars."""

Line = Annotated[Text, Field(pattern=r"^[^\n]+$", max_length=1024)]
Namespaces = Sequence[Annotated[str, Field(pattern=r"^([*.]|[a-z0-9]([-a-z0-9]*[a-z0-9])?)$", max_length=63)]]


class StringMatch(Shorthand):
    """How a text is compared; the text alone says the same as ``StringMatch(exact="x")``."""

    scalar = "exact"
    rivals = (frozenset({"exact", "prefix", "regex"}),)

    exact: Line | None = None
    """The whole text."""

    prefix: Line | None = None
    """How it begins."""

    regex: Line | None = None
    """A regular expression (RE2) for the whole."""


if TYPE_CHECKING:
    StringMatchLike = StringMatch | str
else:
    StringMatchLike = StringMatch


class IstioMatch(Model):
    """A request that is meant: all of what is said must hold."""

    name: Name | None = None
    """A name for logs."""

    uri: StringMatchLike | None = None
    """The path."""

    scheme: StringMatchLike | None = None
    """The scheme."""

    method: StringMatchLike | None = None
    """The method."""

    authority: StringMatchLike | None = None
    """The host that was asked for."""

    headers: Mapping[FieldName, StringMatchLike] = {}
    """Headers, in lower case."""

    without_headers: Mapping[FieldName, StringMatchLike] = {}
    """Headers that must not be so."""

    query_params: Mapping[FieldName, StringMatchLike] = {}
    """Query parameters."""

    ignore_uri_case: bool = False
    """Take capitals and small letters of the path as the same."""

    port: PortNumber | None = None
    """The port that was asked."""

    source_labels: Mapping[LabelKey, LabelValue] = {}
    """Labels of the caller's pods."""

    gateways: Sequence[GatewayName] = ()
    """Gateways that the request came by."""


class Destination(Target):
    """Where requests go: a port of the service, of a component, or of another host."""

    service: ObjectName | None = None
    """Another host: a Service of the namespace by its name, any other by its whole name, as
    ``db.prod.svc.cluster.local``; its ``port`` is a number."""

    subset: Name | None = None
    """The subset of the host's DestinationRule."""


class IstioRoute(Destination):
    """A share of the requests, and where it goes."""

    weight: Percent | None = None
    """Its share of the sum of all weights; not needed where there is one."""

    request_headers: Headers | None = None
    """How the request's headers are changed."""

    response_headers: Headers | None = None
    """How the answer's headers are changed."""


class IstioRedirect(Model):
    """Where the client is sent instead."""

    uri: Line | None = None
    """The path."""

    authority: Line | None = None
    """The host."""

    scheme: Literal["http", "https"] | None = None
    """The scheme."""

    port: PortNumber | None = None
    """The port."""

    redirect_code: Literal[301, 302, 303, 307, 308] | None = None
    """The status; Istio's default is 301."""


class IstioRewrite(Model):
    """What the service sees instead."""

    uri: Line | None = None
    """The path, or the prefix that matched."""

    authority: Line | None = None
    """The host."""


class Retries(Model):
    """How often a request is tried again."""

    attempts: Count = MUST
    """Tries after the first; 0 for none."""

    per_try_timeout: Span | None = None
    """How long one try may take."""

    retry_on: Line | None = None
    """When, as ``5xx,reset,connect-failure``."""

    retry_remote_localities: bool | None = None
    """Try other localities too."""


class Delay(Model):
    """Requests that wait."""

    fixed_delay: Span = MUST
    """How long."""

    percentage: Percent = 100
    """How many of them."""


class Abort(Model):
    """Requests that fail."""

    http_status: Annotated[int, Field(ge=200, le=599)] = MUST
    """The status."""

    percentage: Percent = 100
    """How many of them."""


class Fault(Model):
    """Trouble on purpose, for a test."""

    delay: Delay | None = None
    """Requests that wait."""

    abort: Abort | None = None
    """Requests that fail."""


class CorsPolicy(Model):
    """Which pages of other origins may call."""

    allow_origins: Sequence[StringMatchLike] = ()
    """Origins that may."""

    allow_methods: Sequence[Line] = ()
    """Methods that may be used."""

    allow_headers: Sequence[Line] = ()
    """Request headers that may be sent."""

    expose_headers: Sequence[Line] = ()
    """Headers of the answer that the page may read."""

    max_age: Span | None = None
    """How long a browser may keep the answer to a preflight."""

    allow_credentials: bool | None = None
    """Let the page send cookies."""


class IstioHttp(Model):
    """What happens to HTTP requests that match; the first that does counts."""

    name: Line | None = None
    """A name for logs."""

    match: Sequence[IstioMatch] = ()
    """Requests that are meant: one of these must hold; by default every request."""

    route: Sequence[IstioRoute] | None = None
    """Where they go, by weight; by default to the service."""

    redirect: IstioRedirect | None = None
    """Send the client elsewhere instead."""

    rewrite: IstioRewrite | None = None
    """Show the service another path or host."""

    timeout: Span | None = None
    """How long an answer may take, all tries included."""

    retries: Retries | None = None
    """How often a request is tried again."""

    fault: Fault | None = None
    """Trouble on purpose, for a test."""

    mirror: Destination | None = None
    """Where a copy of each request goes; its answers are dropped."""

    mirror_percentage: Percent | None = None
    """How many of the requests; by default all."""

    cors_policy: CorsPolicy | None = None
    """Which pages of other origins may call."""

    request_headers: Headers | None = None
    """How the request's headers are changed."""

    response_headers: Headers | None = None
    """How the answer's headers are changed."""


class VirtualService(Model):
    """How Istio routes requests for some hosts.

    Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/
    """

    hosts: Annotated[Sequence[IstioHost], Field(min_length=1)] = MUST
    """Hosts that were asked for."""

    gateways: Sequence[GatewayName] = ()
    """Gateways that requests come by, as ``edge/public``; ``mesh`` for the sidecars, which is Istio's default."""

    http: Annotated[Sequence[IstioHttp], Field(min_length=1)] = (IstioHttp(),)
    """What happens to requests; by default all go to the service."""

    export_to: Namespaces = ()
    """Namespaces that know of it; ``.`` for the own, ``*`` for all, which is Istio's default."""


class ConsistentHash(Model):
    """What decides which pod a request goes to; exactly one."""

    http_header_name: Line | None = None
    """A header's value."""

    http_query_parameter_name: Line | None = None
    """A query parameter's value."""

    use_source_ip: bool | None = None
    """The caller's address."""

    http_cookie_name: Line | None = None
    """A cookie, made where there is none."""

    http_cookie_ttl: Annotated[str, Field(pattern=r"^[0-9]{1,9}(ms|s|m|h)$")] | None = None
    """How long that cookie lasts; ``0s`` for the browser's session."""


class LoadBalancer(Model):
    """Which pod a request goes to."""

    rivals = (frozenset({"simple", "consistent_hash"}),)

    simple: Literal["LEAST_REQUEST", "RANDOM", "ROUND_ROBIN", "PASSTHROUGH"] | None = None
    """A way that looks at the pods alone."""

    consistent_hash: ConsistentHash | None = None
    """A way that looks at the request."""


class ConnectionPool(Model):
    """How many connections and requests there may be."""

    max_connections: Positive | None = None
    """Connections to a pod."""

    connect_timeout: Span | None = None
    """How long connecting may take; Istio's default is 10s."""

    max_connection_duration: Span | None = None
    """How long a connection may live."""

    http1_max_pending_requests: Positive | None = None
    """Requests that wait for a connection."""

    http2_max_requests: Positive | None = None
    """Requests at a time."""

    max_requests_per_connection: Count | None = None
    """Requests of a connection; 1 for no keep-alive."""

    max_retries: Positive | None = None
    """Retries at a time."""

    idle_timeout: Span | None = None
    """How long a connection may be idle; Istio's default is 1h."""

    h2_upgrade_policy: Literal["DEFAULT", "DO_NOT_UPGRADE", "UPGRADE"] | None = None
    """Speak HTTP/2 where HTTP/1.1 was asked for."""


class OutlierDetection(Model):
    """When a pod gets no requests for a while."""

    consecutive_5xx_errors: Count | None = None
    """Errors in a row; 0 for never. Istio's default is 5."""

    consecutive_gateway_errors: Count | None = None
    """Errors 502, 503 and 504 in a row; 0 for never."""

    interval: Span | None = None
    """How often that is looked at; Istio's default is 10s."""

    base_ejection_time: Span | None = None
    """How long the pod gets none, times how often it was so; Istio's default is 30s."""

    max_ejection_percent: Percent | None = None
    """How many of the pods at most; Istio's default is 10."""

    min_health_percent: Percent | None = None
    """With fewer well pods all get requests."""


class ClientTls(Model):
    """How callers speak TLS to the host."""

    mode: Literal["DISABLE", "SIMPLE", "MUTUAL", "ISTIO_MUTUAL"] = MUST
    """``ISTIO_MUTUAL`` uses the mesh's certificates, ``MUTUAL`` those named here, ``SIMPLE`` none of the caller's."""

    client_certificate: Line | None = None
    """A file of the sidecar: the caller's certificate."""

    private_key: Line | None = None
    """A file of the sidecar: its key."""

    ca_certificates: Line | None = None
    """A file of the sidecar: who signed the host's."""

    credential_name: Line | None = None
    """The Secret that holds these, at gateways."""

    subject_alt_names: Sequence[Line] = ()
    """Names that the host's certificate must have."""

    sni: Line | None = None
    """The name that is asked for."""

    insecure_skip_verify: bool | None = None
    """Take any certificate."""


class TrafficPolicy(Model):
    """How callers reach the host."""

    load_balancer: LoadBalancer | None = None
    """Which pod a request goes to."""

    connection_pool: ConnectionPool | None = None
    """How many connections and requests there may be."""

    outlier_detection: OutlierDetection | None = None
    """When a pod gets no requests for a while."""

    tls: ClientTls | None = None
    """How callers speak TLS to the host."""


class Subset(Model):
    """Some of the host's pods."""

    labels: Mapping[LabelKey, LabelValue] = {}
    """Labels that they carry."""

    traffic_policy: TrafficPolicy | None = None
    """How callers reach them; what it says not, is the rule's."""


class DestinationRule(Model):
    """How callers in the mesh reach a Service: the main workload's, a component's, or another host.

    Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/
    """

    rivals = (frozenset({"component", "host"}),)

    component: Name | None = None
    """The component whose Service is meant; by default the main workload's."""

    host: IstioHost | None = None
    """Another host."""

    traffic_policy: TrafficPolicy | None = None
    """How callers reach it."""

    subsets: Mapping[Name, Subset | None] = {}
    """Some of its pods, by a name that VirtualServices use."""

    export_to: Namespaces = ()
    """Namespaces that know of it."""
