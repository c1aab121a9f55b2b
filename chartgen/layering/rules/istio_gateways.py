"""Istio's Gateways: what Istio's own validation refuses."""

from collections.abc import Iterator

from chartgen.layering.problem import Problem
from chartgen.models.istio_gateways import IstioServer
from chartgen.models.service import Spec
from chartgen.project.shapes import FieldPath

_ENCRYPTED = ("HTTPS", "TLS")
_WITH_A_CERTIFICATE = ("SIMPLE", "MUTUAL")


def gateway_opens_a_port(spec: Spec) -> Iterator[Problem]:
    """A Gateway has a port."""
    for name, gateway in spec.istio_gateways.items():
        if not any(gateway.servers.values()):
            hint = 'write servers={"https": IstioServer(port=443, protocol="HTTPS", …)}'
            yield Problem(("istio_gateways", name, "servers"), "opens no port", hint)


def gateway_tls_fits(spec: Spec) -> Iterator[Problem]:
    """What speaks TLS says how, and a certificate is there where it is shown."""
    for name, gateway in spec.istio_gateways.items():
        for port, server in gateway.servers.items():
            if server:
                yield from _tls_problems(("istio_gateways", name, "servers", port), server)


def _tls_problems(at: FieldPath, server: IstioServer) -> Iterator[Problem]:
    tls = server.tls
    if server.protocol in _ENCRYPTED and (tls is None or tls.mode is None):
        hint = 'write tls=ServerTls(mode="SIMPLE", credential_name="shop-tls")'
        yield Problem((*at, "tls"), f"is needed with {server.protocol}, and in it a mode", hint)
    if tls is None:
        return
    if server.protocol not in _ENCRYPTED and tls.mode is not None:
        yield Problem((*at, "tls", "mode"), f"goes with HTTPS and TLS, and the protocol is {server.protocol}")
    if tls.https_redirect and server.protocol != "HTTP":
        yield Problem((*at, "tls", "https_redirect"), f"goes with HTTP, and the protocol is {server.protocol}")
    if (tls.mode in _WITH_A_CERTIFICATE) != (tls.credential_name is not None):
        yield Problem((*at, "tls", "credential_name"), "goes with SIMPLE and MUTUAL, and is needed there")
