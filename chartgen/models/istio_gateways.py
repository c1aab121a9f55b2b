"""Istio's Gateways: which ports and hosts of an ingress or egress proxy are open."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field

from chartgen.models.base import MUST, Model
from chartgen.models.types import LabelKey, LabelValue, ObjectName, PortName, PortNumber

ServerHost = Annotated[
    str, Field(pattern=r"^(([a-z0-9.*-]+)/)?(\*|(\*\.)?[a-zA-Z0-9]([-a-zA-Z0-9.]*[a-zA-Z0-9])?)$", max_length=320)
]
"""A host that a proxy answers for, as ``*.example.com``; ``<namespace>/`` before it says whose VirtualServices."""


class ServerTls(Model):
    """How a proxy speaks TLS.

    Source: https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings
    """

    mode: Literal["SIMPLE", "MUTUAL", "PASSTHROUGH", "AUTO_PASSTHROUGH", "ISTIO_MUTUAL"] | None = None
    """``SIMPLE`` shows a certificate, ``MUTUAL`` asks for the client's too, ``PASSTHROUGH`` hands TLS through."""

    credential_name: ObjectName | None = None
    """The Secret that holds the certificate, in the proxy's namespace; with ``SIMPLE`` and ``MUTUAL``."""

    https_redirect: bool = False
    """Send clients that speak plain HTTP to HTTPS; on a port of ``HTTP``."""

    min_protocol_version: Literal["TLSV1_2", "TLSV1_3"] | None = None
    """The oldest TLS that is spoken; by default Istio's own choice, TLS 1.2."""


class IstioServer(Model):
    """A port of the proxy, and the hosts that it answers for."""

    port: PortNumber = MUST
    """The port, as clients reach it."""

    protocol: Literal["HTTP", "HTTPS", "GRPC", "HTTP2", "MONGO", "TCP", "TLS"] = MUST
    """What is spoken on it."""

    hosts: Annotated[Sequence[ServerHost], Field(min_length=1)] = MUST
    """The hosts."""

    tls: ServerTls | None = None
    """How TLS is spoken; for ``HTTPS`` and ``TLS``."""


class IstioGateway(Model):
    """Ports and hosts of a proxy that VirtualServices name as their gateway.

    One for all services belongs to the platform; one of a service's own is for hosts that it alone has.
    Source: https://istio.io/latest/docs/reference/config/networking/gateway/
    """

    selector: Annotated[Mapping[LabelKey, LabelValue], Field(min_length=1)] = {"istio": "ingressgateway"}
    """Labels of the proxy's pods; by default those of Istio's own ingress gateway."""

    servers: Mapping[PortName, IstioServer | None] = MUST
    """Its ports, by name."""
