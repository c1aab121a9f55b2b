"""What routes say beyond hosts and paths, in the Gateway API's words: matches, filters, weights, and their parents."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from chartgen.models.backends import Backend, FarTarget
from chartgen.models.base import MUST, Model, Shorthand
from chartgen.models.types import HOST, LabelKey, Name, ObjectName, PortNumber, Text, UrlPath

GatewayDuration = Annotated[str, Field(pattern=r"^([0-9]{1,5}(h|m|s|ms)){1,4}$")]
"""A span of time as the Gateway API writes it: ``30s``, ``1m30s``, ``500ms``; ``0s`` for none."""

FieldName = Annotated[str, Field(pattern=r"^[A-Za-z0-9!#$%&'*+.^_|~`-]+$", max_length=256)]
"""The name of an HTTP header or query parameter."""

HeaderValue = Annotated[Text, Field(pattern=r"^[^\n\r]+$", max_length=4096)]
"""The value of an HTTP header."""

QueryValue = Annotated[Text, Field(pattern=r"^[^\n\r]+$", max_length=1024)]
"""The value of a query parameter."""

Method = Literal["GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"]

Origin = Annotated[
    str,
    Field(
        pattern=r"^([*]|https?://([*]|([*]\.)?([-a-zA-Z0-9]+\.)*[-a-zA-Z0-9]+)(:[0-9]{1,5})?)$",
        max_length=253,
    ),
]
"""An origin, as ``https://www.example.com``; a host may begin with ``*.``, and ``*`` is all."""

ExactHost = Annotated[str, Field(pattern=HOST.replace(r"(\*\.)?", "", 1), max_length=253)]
"""A host name without a wildcard, in lower case."""


class PathMatch(Shorthand):
    """Paths; the path alone says the same as ``PathMatch(path="/orders")``."""

    scalar = "path"

    path: UrlPath = MUST
    """The path, ``/`` for all."""

    type: Literal["Prefix", "Exact", "RegularExpression", "ImplementationSpecific"] = "Prefix"
    """``Prefix`` takes whole parts between slashes: ``/orders`` takes ``/orders/7`` and not ``/orders-old``.
    ``RegularExpression`` is read as the controller does: an HTTPRoute says so, and ingress-nginx gets ``use-regex``.
    ``ImplementationSpecific`` is an Ingress's alone, and means what its controller takes it for."""


class HeaderMatch(Shorthand):
    """What a header must say; the text alone says the same as ``HeaderMatch(value="x")``."""

    scalar = "value"

    value: HeaderValue = MUST
    """The value, or the regular expression."""

    type: Literal["Exact", "RegularExpression"] = "Exact"
    """How it is compared."""


class QueryMatch(Shorthand):
    """What a query parameter must say; the text alone says the same as ``QueryMatch(value="x")``."""

    scalar = "value"

    value: QueryValue = MUST
    """The value, or the regular expression."""

    type: Literal["Exact", "RegularExpression"] = "Exact"
    """How it is compared."""


if TYPE_CHECKING:
    PathMatchLike = PathMatch | str
    HeaderMatchLike = HeaderMatch | str
    QueryMatchLike = QueryMatch | str
else:
    PathMatchLike, HeaderMatchLike, QueryMatchLike = PathMatch, HeaderMatch, QueryMatch


class HttpMatch(Model):
    """A request that a rule takes: all of what is said must hold."""

    path: PathMatchLike = PathMatch(path="/")
    """Its path; by default every one."""

    headers: Annotated[Mapping[FieldName, HeaderMatchLike], Field(max_length=16)] = {}
    """Its headers, by name."""

    query: Annotated[Mapping[FieldName, QueryMatchLike], Field(max_length=16)] = {}
    """Its query parameters, by name."""

    method: Method | None = None
    """Its method; none for all."""


class Headers(Model):
    """How headers are changed."""

    set: Annotated[Mapping[FieldName, HeaderValue], Field(max_length=16)] = {}
    """Headers that are overwritten or made."""

    add: Annotated[Mapping[FieldName, HeaderValue], Field(max_length=16)] = {}
    """Values that are added to what the header has."""

    remove: Annotated[Sequence[FieldName], Field(max_length=16)] = ()
    """Headers that are taken away."""


class Rewritten(Model):
    """How host and path of a request are replaced."""

    rivals = (frozenset({"path", "prefix"}),)

    hostname: ExactHost | None = None
    """The host instead of that of the request."""

    path: UrlPath | None = None
    """The path instead of the whole of the request's."""

    prefix: UrlPath | None = None
    """What stands instead of the prefix that the rule matched: ``/`` takes it away."""


class UrlRewrite(Rewritten):
    """What the service sees instead of the request's host and path."""


class Redirect(Rewritten):
    """Where the client is sent instead."""

    scheme: Literal["http", "https"] | None = None
    """The scheme instead of that of the request."""

    port: PortNumber | None = None
    """The port; by default the scheme's, or the listener's."""

    status_code: Literal[301, 302, 303, 307, 308] = 302
    """302 is for now, 301 for ever: browsers keep it. 307 and 308 say the same and keep the method, as 303 does not;
    these three need a gateway of the Gateway API 1.5."""


class Mirror(FarTarget):
    """Where a copy of each request goes; its answers are dropped."""

    percent: Annotated[int, Field(ge=0, le=100)] | None = None
    """How many of the requests; by default all."""


class Cors(Model):
    """Which pages of other origins may call.

    Source: https://gateway-api.sigs.k8s.io/guides/http-cors/
    """

    allow_origins: Annotated[Sequence[Origin], Field(max_length=64)] = ()
    """Origins that may, as ``https://www.example.com``."""

    allow_methods: Annotated[Sequence[Method | Literal["*"]], Field(max_length=9)] = ()
    """Methods beyond the simple ones."""

    allow_headers: Annotated[Sequence[FieldName], Field(max_length=64)] = ()
    """Request headers beyond the simple ones."""

    expose_headers: Annotated[Sequence[FieldName], Field(max_length=64)] = ()
    """Headers of the answer that the page may read."""

    allow_credentials: bool | None = None
    """Let the page send cookies."""

    max_age_seconds: Annotated[int, Field(ge=1, le=2**31 - 1)] = 5
    """Seconds that a browser may keep the answer to a preflight; the Gateway API's default."""


class ExtensionRef(Model):
    """A filter of the gateway's own kind, in the release's namespace."""

    group: Annotated[str, Field(pattern=r"^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$", max_length=253)] = MUST
    """The API group, as ``traefik.io`` or ``gateway.envoyproxy.io``."""

    kind: Annotated[str, Field(pattern=r"^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$", max_length=63)] = MUST
    """The kind, as ``Middleware`` or ``HTTPRouteFilter``."""

    name: ObjectName = MUST
    """The object's name."""


class RouteTimeouts(Model):
    """How long the gateway waits."""

    request: GatewayDuration | None = None
    """For the whole request and its answer, all tries included."""

    backend_request: GatewayDuration | None = None
    """For one try; not longer than ``request``."""


class Rule(Model):
    """What happens to requests that match, whatever they speak."""

    name: ObjectName | None = None
    """A name for policies and logs."""

    backends: Annotated[Sequence[Backend], Field(max_length=16)] = ()
    """Where they go, by weight; by default to the route's port."""

    request_headers: Headers | None = None
    """How the request's headers are changed."""

    response_headers: Headers | None = None
    """How the answer's headers are changed."""

    mirrors: Annotated[Sequence[Mirror], Field(max_length=8)] = ()
    """Where copies go."""

    extensions: Annotated[Sequence[ExtensionRef], Field(max_length=6)] = ()
    """Filters of the gateway's own kinds, after all others."""


class HttpRule(Rule):
    """What happens to HTTP requests that match.

    Source: https://gateway-api.sigs.k8s.io/reference/spec/#httprouterule
    """

    matches: Annotated[Sequence[HttpMatch], Field(min_length=1, max_length=64)] = (HttpMatch(),)
    """Requests that are meant: one of these must hold; by default every request."""

    redirect: Redirect | None = None
    """Send the client elsewhere; then nothing goes to a backend."""

    rewrite: UrlRewrite | None = None
    """Show the service another host or path."""

    cors: Cors | None = None
    """Which pages of other origins may call; needs a gateway of the Gateway API 1.5."""

    timeouts: RouteTimeouts | None = None
    """How long the gateway waits; by default as the route's ``timeouts``."""


class GrpcMatch(Model):
    """A call that a rule takes: all of what is said must hold."""

    service: Annotated[Text, Field(pattern=r"^[^\s/]+$", max_length=1024)] | None = None
    """The gRPC service with its package: ``orders.v1.Orders``."""

    method: Annotated[Text, Field(pattern=r"^[^\s/]+$", max_length=1024)] | None = None
    """The method: ``GetOrder``."""

    type: Literal["Exact", "RegularExpression"] = "Exact"
    """How service and method are compared."""

    headers: Annotated[Mapping[FieldName, HeaderMatchLike], Field(max_length=16)] = {}
    """Its headers (metadata), by name."""


class GrpcRule(Rule):
    """What happens to gRPC calls that match.

    Source: https://gateway-api.sigs.k8s.io/reference/spec/#grpcrouterule
    """

    matches: Annotated[Sequence[GrpcMatch], Field(max_length=64)] = ()
    """Calls that are meant: one of these must hold; by default every call."""


class Parent(Model):
    """What a route belongs to: a Gateway, a ListenerSet, or a Service in a mesh."""

    name: ObjectName = MUST
    """Its name."""

    kind: Literal["Gateway", "ListenerSet", "Service"] = "Gateway"
    """``Gateway`` for traffic from outside, ``Service`` for traffic inside a mesh."""

    namespace: Name | None = None
    """Its namespace; by default the release's."""

    listener: ObjectName | None = None
    """The listener (``sectionName``); none for all."""

    port: PortNumber | None = None
    """The listener's port, or the Service's; none for all."""


class HttpRoute(Model):
    """Print routes as HTTPRoute objects of the Gateway API, those with ``grpc`` as GRPCRoute objects.

    Source: https://gateway-api.sigs.k8s.io/api-types/httproute/
    """

    gateway: Name = MUST
    """The Gateway's name."""

    gateway_namespace: Name | None = None
    """The Gateway's namespace; by default the release's."""

    listener: Name | None = None
    """The Gateway's listener (``sectionName``); none for all."""

    parents: Annotated[Sequence[Parent], Field(max_length=31)] = ()
    """Further Gateways, ListenerSets or Services that the routes belong to."""

    annotations: Mapping[LabelKey, Text | None] = {}
    """Annotations of every HTTPRoute and GRPCRoute."""
