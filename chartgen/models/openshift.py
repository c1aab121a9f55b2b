"""Traffic from outside by OpenShift's own Route."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field

from chartgen.models.backends import Target
from chartgen.models.base import MUST, Model
from chartgen.models.types import Host, LabelKey, Name, ObjectName, Text, UrlPath

RouteWeight = Annotated[int, Field(ge=0, le=256)]


class OpenShiftTls(Model):
    """Where TLS ends."""

    termination: Literal["edge", "passthrough", "reencrypt"] = MUST
    """``edge`` ends it at the router, ``passthrough`` in the pods, ``reencrypt`` at both."""

    insecure_policy: Literal["None", "Allow", "Redirect"] = "Redirect"
    """What becomes of plain HTTP: refused, allowed, or sent on to HTTPS."""

    external_certificate: ObjectName | None = None
    """The Secret that holds the certificate; by default the router's own."""

    destination_ca_certificate: Annotated[Text, Field(pattern=r"^-----BEGIN CERTIFICATE-----")] | None = None
    """For ``reencrypt``: who signed the pods' certificate, as PEM; by default the cluster's service CA."""


class OpenShiftBackend(Model):
    """A further Service that takes a share, at its port of the same name."""

    rivals = (frozenset({"component", "service"}),)

    component: Name | None = None
    """The component that answers; by default the main workload."""

    service: Name | None = None
    """Another Service of the namespace, by its full name."""

    weight: RouteWeight = 100
    """Its share of the sum of all weights; 0 sends it nothing."""


class OpenShiftRoute(Target):
    """A Route of OpenShift: one host and path that lead to a port. Another Service's port is that of its pods.

    Source: https://docs.redhat.com/en/documentation/openshift_container_platform/4.18/html/network_apis/route-route-openshift-io-v1
    """

    host: Host | None = None
    """The host; by default one that OpenShift makes of name and namespace."""

    path: UrlPath | None = None
    """The path's beginning; none for all."""

    weight: RouteWeight = 100
    """Its share of the sum of all weights; 0 sends it nothing."""

    alternate_backends: Annotated[Sequence[OpenShiftBackend], Field(max_length=3)] = ()
    """Further Services that take a share."""

    tls: OpenShiftTls | None = OpenShiftTls(termination="edge")
    """Where TLS ends; ``None`` for plain HTTP."""

    wildcard: bool = False
    """Take all hosts beside ``host`` in its domain too (``wildcardPolicy: Subdomain``)."""

    annotations: Mapping[LabelKey, Text | None] = {}
    """Annotations, as ``haproxy.router.openshift.io/timeout``."""
