"""Traffic from outside, controller-neutral: what a service wants; ``expose`` says what is printed for it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from chartgen.models.backends import Target
from chartgen.models.base import MUST, Model
from chartgen.models.controllers import Controller, ControllerSettings
from chartgen.models.gateway import GrpcRule, HttpRoute, HttpRule, PathMatch
from chartgen.models.types import Host, LabelKey, Name, ObjectName, Positive, Quantity, Text


class Path(PathMatch, Target):
    """A path, and where it leads; the path alone says the same as ``Path(path="/orders")``."""


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


class Ingress(ControllerSettings):
    """Print routes as Ingress objects.

    Source: https://kubernetes.io/docs/concepts/services-networking/ingress/
    """

    rivals = (frozenset({"issuer", "cluster_issuer"}),)

    class_name: Name = MUST
    """The IngressClass, which chooses the controller."""

    controller: Controller | None = None
    """Whose annotations carry rate limits, timeouts, body sizes and the redirect; by default the one whose settings are
    stated, and without any only ``annotations`` are printed."""

    cluster_issuer: Name | None = None
    """The cert-manager ClusterIssuer that makes the certificates."""

    issuer: Name | None = None
    """The cert-manager Issuer of the namespace that makes the certificates."""

    annotations: Mapping[LabelKey, Text | None] = {}
    """Further annotations of every Ingress."""


class Expose(Model):
    """What routes become; both during a move from one to the other."""

    ingress: Ingress | None = None
    """Ingress objects."""

    http_route: HttpRoute | None = None
    """HTTPRoute objects, and GRPCRoute objects of routes with ``grpc``."""


class Route(Target, ControllerSettings):
    """Hosts and paths that lead to a port of the service, of a component, or to another Service."""

    rivals: ClassVar[tuple[frozenset[str], ...]] = (*Target.rivals, frozenset({"paths", "rules", "grpc"}))

    hosts: Sequence[Host] = MUST
    """Host names; an overlay that states them replaces them all. ``[]`` for every host that arrives."""

    paths: Annotated[Sequence[PathLike], Field(min_length=1)] | None = None
    """Paths of each host, by default ``/``; an overlay that states them replaces them all. One may lead elsewhere than
    the others: ``Path(path="/admin", port="admin")``, ``Path(path="/images", component="images")``."""

    rules: Annotated[Sequence[HttpRule], Field(min_length=1, max_length=16)] | None = None
    """Instead of ``paths``: matches by header, query or method, filters, and weights. An HTTPRoute's alone."""

    grpc: Annotated[Sequence[GrpcRule], Field(min_length=1, max_length=16)] | None = None
    """Instead of ``paths``: gRPC calls. The route becomes a GRPCRoute."""

    default_backend: Target | None = None
    """Where an Ingress sends what no host and path takes."""

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

    annotations: Mapping[LabelKey, Text | None] = {}
    """Further annotations of what the route becomes."""

    expose: Expose | None = None
    """What this route becomes, instead of the preset's ``expose``."""
