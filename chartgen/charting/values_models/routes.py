"""The values that bring traffic in: Ingress, HTTPRoute, GRPCRoute."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field

from chartgen.charting.values_models.base import OPTIONAL, Section
from chartgen.charting.values_models.traefik import MiddlewareRef
from chartgen.models.gateway import FieldName, HeaderValue, QueryValue
from chartgen.models.types import Host, Name, ObjectName, PortName, PortNumber, UrlPath

_GatewayDuration = Annotated[str, Field(pattern=r"^([0-9]{1,5}(h|m|s|ms)){1,4}$")]
_NoHost = Annotated[str, Field(pattern=r"^$")]


class BackendValues(Section):
    """A port of this chart's Service, of a component's, or of another one by name."""

    component: Name = OPTIONAL
    service: Name = OPTIONAL
    port: PortName | PortNumber


class IngressPath(Section):
    """A path of a host."""

    path: UrlPath
    path_type: Literal["Prefix", "Exact", "ImplementationSpecific"]
    backend: BackendValues = OPTIONAL


class IngressHost(Section):
    """A host and the paths that lead here."""

    host: Host | _NoHost
    paths: Sequence[IngressPath]


class IngressTls(Section):
    """The certificate of some hosts."""

    secret_name: Annotated[str, Field(pattern=r"^([a-z0-9]([-a-z0-9.]*[a-z0-9])?)?$", max_length=253)]
    hosts: Sequence[Host]


class IngressValues(Section):
    """Traffic from outside, by Ingress."""

    enabled: bool
    class_name: str
    """The IngressClass, which chooses the controller."""

    annotations: Mapping[str, str]
    """Settings of the controller and of cert-manager."""

    traefik_middlewares: Sequence[MiddlewareRef] = OPTIONAL
    """What changes requests on their way through Traefik, in this order: own for one of the chart."""

    service_port: PortName = OPTIONAL
    """The Service's port that the traffic goes to, where a path names no backend."""

    default_backend: BackendValues = OPTIONAL
    """Where requests go that no host and path takes."""

    hosts: Sequence[IngressHost]
    """A list, so a file that changes it states it whole."""

    tls: Sequence[IngressTls]
    """An empty secretName is <fullname>-tls."""


class ParentRef(Section):
    """The Gateway, or a listener of it, that the route belongs to."""

    group: str
    kind: str
    namespace: str = OPTIONAL
    name: str
    section_name: str = OPTIONAL
    port: PortNumber = OPTIONAL


class RouteBackendRef(BackendValues):
    """A share of the requests, and where it goes."""

    namespace: Name = OPTIONAL
    weight: Annotated[int, Field(ge=0, le=1_000_000)]


class MirrorBackendRef(BackendValues):
    """Where a copy goes."""

    namespace: Name = OPTIONAL


class HttpHeader(Section):
    """A header."""

    name: FieldName
    value: HeaderValue


class HeaderModifier(Section):
    """How headers are changed."""

    set: Sequence[HttpHeader] = OPTIONAL
    add: Sequence[HttpHeader] = OPTIONAL
    remove: Sequence[FieldName] = OPTIONAL


class PathModifier(Section):
    """What replaces the path, or the prefix that matched."""

    type: Literal["ReplaceFullPath", "ReplacePrefixMatch"]
    replace_full_path: UrlPath = OPTIONAL
    replace_prefix_match: UrlPath = OPTIONAL


class RequestRedirect(Section):
    """Where the client is sent."""

    scheme: Literal["http", "https"] = OPTIONAL
    hostname: Host = OPTIONAL
    path: PathModifier = OPTIONAL
    port: PortNumber = OPTIONAL
    status_code: Literal[301, 302, 303, 307, 308]


class UrlRewriteValues(Section):
    """What the service sees."""

    hostname: Host = OPTIONAL
    path: PathModifier = OPTIONAL


class RequestMirror(Section):
    """Where copies go."""

    backend_ref: MirrorBackendRef
    percent: Annotated[int, Field(ge=0, le=100)] = OPTIONAL


class CorsValues(Section):
    """Which pages of other origins may call."""

    allow_origins: Sequence[str] = OPTIONAL
    allow_methods: Sequence[str] = OPTIONAL
    allow_headers: Sequence[FieldName] = OPTIONAL
    expose_headers: Sequence[FieldName] = OPTIONAL
    allow_credentials: bool = OPTIONAL
    max_age: Annotated[int, Field(ge=1, le=2**31 - 1)]


class ExtensionRefValues(Section):
    """A filter of the gateway's own."""

    group: str
    kind: str
    name: ObjectName


class RouteFilter(Section):
    """What changes a request or its answer on the way, in the Gateway API's shape."""

    type: Literal[
        "RequestHeaderModifier",
        "ResponseHeaderModifier",
        "RequestRedirect",
        "URLRewrite",
        "RequestMirror",
        "CORS",
        "ExtensionRef",
    ]
    request_header_modifier: HeaderModifier = OPTIONAL
    response_header_modifier: HeaderModifier = OPTIONAL
    request_redirect: RequestRedirect = OPTIONAL
    url_rewrite: UrlRewriteValues = OPTIONAL
    request_mirror: RequestMirror = OPTIONAL
    cors: CorsValues = OPTIONAL
    extension_ref: ExtensionRefValues = OPTIONAL


class HttpPathMatch(Section):
    """A path that the route takes."""

    type: Literal["PathPrefix", "Exact", "RegularExpression"]
    value: UrlPath


class HttpHeaderMatch(Section):
    """A header that must be there."""

    type: Literal["Exact", "RegularExpression"]
    name: FieldName
    value: HeaderValue


class HttpQueryMatch(Section):
    """A query parameter that must be there."""

    type: Literal["Exact", "RegularExpression"]
    name: FieldName
    value: QueryValue


class HttpRouteMatch(Section):
    """What a request must look like."""

    path: HttpPathMatch
    headers: Sequence[HttpHeaderMatch] = OPTIONAL
    query_params: Sequence[HttpQueryMatch] = OPTIONAL
    method: Literal["GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"] = OPTIONAL


class HttpRouteTimeouts(Section):
    """How long a request may take, as a Gateway API duration."""

    request: _GatewayDuration = OPTIONAL
    backend_request: _GatewayDuration = OPTIONAL


class HttpRouteRule(Section):
    """Requests that match go to the backends, or to servicePort where none are named."""

    name: ObjectName = OPTIONAL
    matches: Sequence[HttpRouteMatch]
    filters: Sequence[RouteFilter] = OPTIONAL
    backend_refs: Sequence[RouteBackendRef] = OPTIONAL
    timeouts: HttpRouteTimeouts = OPTIONAL


class HttpRouteValues(Section):
    """Traffic from outside, by the Gateway API's HTTPRoute."""

    enabled: bool
    annotations: Mapping[str, str]
    parent_refs: Sequence[ParentRef]
    hostnames: Sequence[Host]
    service_port: PortName = OPTIONAL
    """The Service's port that the traffic goes to, where a rule names no backendRefs."""

    rules: Sequence[HttpRouteRule]


class GrpcMethodMatch(Section):
    """A gRPC service, a method, or both."""

    type: Literal["Exact", "RegularExpression"]
    service: str = OPTIONAL
    method: str = OPTIONAL


class GrpcRouteMatch(Section):
    """What a call must look like."""

    method: GrpcMethodMatch = OPTIONAL
    headers: Sequence[HttpHeaderMatch] = OPTIONAL


class GrpcRouteRule(Section):
    """Calls that match go to the backends, or to servicePort where none are named."""

    name: ObjectName = OPTIONAL
    matches: Sequence[GrpcRouteMatch] = OPTIONAL
    filters: Sequence[RouteFilter] = OPTIONAL
    backend_refs: Sequence[RouteBackendRef] = OPTIONAL


class GrpcRouteValues(Section):
    """gRPC from outside, by the Gateway API's GRPCRoute."""

    enabled: bool
    annotations: Mapping[str, str]
    parent_refs: Sequence[ParentRef]
    hostnames: Sequence[Host]
    service_port: PortName = OPTIONAL
    """The Service's port that the traffic goes to, where a rule names no backendRefs."""

    rules: Sequence[GrpcRouteRule]
