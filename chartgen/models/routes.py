"""Traffic from outside, controller-neutral: what a service wants; ``expose`` says what is printed for it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from chartgen.models.base import MUST, Model, Shorthand
from chartgen.models.types import Host, LabelKey, Name, ObjectName, PortName, Positive, Quantity, Text, UrlPath


class Path(Shorthand):
    """A path that leads to the service; the path alone says the same as ``Path(path="/orders")``."""

    scalar = "path"

    path: UrlPath = MUST
    """The path, ``/`` for all."""

    type: Literal["Prefix", "Exact"] = "Prefix"
    """``Prefix`` takes whole parts between slashes: ``/orders`` takes ``/orders/7`` and not ``/orders-old``."""


class Tls(Model):
    """The certificate of a route."""

    secret_name: ObjectName | None = None
    """The Secret that holds it; by default ``<fullname>-tls``, which an issuer fills."""


class RateLimit(Model):
    """How much a single client may ask for."""

    requests_per_second: Positive | None = None
    """Requests a second."""

    connections: Positive | None = None
    """Connections at a time."""


class Timeouts(Model):
    """How long the edge waits."""

    request_seconds: Positive | None = None
    """For the whole answer."""

    connect_seconds: Positive | None = None
    """For a connection to a pod."""


if TYPE_CHECKING:
    PathLike = Path | str
else:
    PathLike = Path


class Route(Model):
    """Hosts and paths that lead to a port of the service."""

    hosts: Annotated[Sequence[Host], Field(min_length=1)] = MUST
    """Host names; an overlay that states them replaces them all."""

    paths: Annotated[Sequence[PathLike], Field(min_length=1)] = (Path(path="/"),)
    """Paths of each host; an overlay that states them replaces them all."""

    port: PortName | None = None
    """The port by name; by default ``http``, else the first."""

    tls: Tls | None = Tls()
    """The certificate; ``None`` for plain HTTP."""

    redirect_https: bool = True
    """Send plain HTTP on to HTTPS, where there is a certificate."""

    rate_limit: RateLimit | None = None
    """How much a single client may ask for."""

    timeouts: Timeouts | None = None
    """How long the edge waits."""

    max_body_size: Quantity | None = None
    """The largest request body, as ``10Mi``."""


class Ingress(Model):
    """Print routes as Ingress objects.

    Source: https://kubernetes.io/docs/concepts/services-networking/ingress/
    """

    class_name: Name = MUST
    """The IngressClass, which chooses the controller."""

    controller: Literal["ingress-nginx"] | None = None
    """Whose annotations carry rate limits, timeouts, body sizes and the redirect; none prints only ``annotations``."""

    cluster_issuer: Name | None = None
    """The cert-manager ClusterIssuer that makes the certificates."""

    annotations: Mapping[LabelKey, Text | None] = {}
    """Further annotations of every Ingress."""


class HttpRoute(Model):
    """Print routes as HTTPRoute objects of the Gateway API.

    Source: https://gateway-api.sigs.k8s.io/api-types/httproute/
    """

    gateway: Name = MUST
    """The Gateway's name."""

    gateway_namespace: Name | None = None
    """The Gateway's namespace; by default the release's."""

    listener: Name | None = None
    """The Gateway's listener (``sectionName``); none for all."""

    annotations: Mapping[LabelKey, Text | None] = {}
    """Annotations of every HTTPRoute."""


class Expose(Model):
    """What routes become; both during a move from one to the other."""

    ingress: Ingress | None = None
    """Ingress objects."""

    http_route: HttpRoute | None = None
    """HTTPRoute objects."""
