"""The values that bring traffic in: Service, Ingress, HTTPRoute; the connection test."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field

from chartgen.charting.values_models.base import OPTIONAL, Section
from chartgen.models.types import Host, PortName, Positive, UrlPath


class IngressPath(Section):
    """A path of a host."""

    path: UrlPath
    path_type: Literal["Prefix", "Exact", "ImplementationSpecific"]


class IngressHost(Section):
    """A host and the paths that lead here."""

    host: Host
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

    service_port: PortName
    """The Service's port that the traffic goes to."""

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


class HttpPathMatch(Section):
    """A path that the route takes."""

    type: Literal["PathPrefix", "Exact"]
    value: UrlPath


class HttpRouteMatch(Section):
    """What a request must look like."""

    path: HttpPathMatch


class HttpRouteTimeouts(Section):
    """How long a request may take, as a Gateway API duration."""

    request: Annotated[str, Field(pattern=r"^([0-9]{1,5}(h|m|s|ms)){1,4}$")] = OPTIONAL
    backend_request: Annotated[str, Field(pattern=r"^([0-9]{1,5}(h|m|s|ms)){1,4}$")] = OPTIONAL


class HttpRouteRule(Section):
    """Requests that match go to the Service."""

    matches: Sequence[HttpRouteMatch]
    timeouts: HttpRouteTimeouts = OPTIONAL


class HttpRouteValues(Section):
    """Traffic from outside, by the Gateway API's HTTPRoute."""

    enabled: bool
    annotations: Mapping[str, str]
    parent_refs: Sequence[ParentRef]
    hostnames: Sequence[Host]
    service_port: PortName
    """The Service's port that the traffic goes to."""

    rules: Sequence[HttpRouteRule]


class ConnectionTestValues(Section):
    """What `helm test` runs: a Job that asks the Service for a page."""

    image: str
    """An image with wget, by digest."""

    service_port: PortName
    path: UrlPath
    timeout_seconds: Positive
