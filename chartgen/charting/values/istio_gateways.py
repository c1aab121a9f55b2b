"""Istio's Gateways, in Istio's shape."""

from chartgen.charting.values.container import Values, stated
from chartgen.models.base import present
from chartgen.models.istio_gateways import IstioGateway, IstioServer, ServerTls
from chartgen.models.service import Spec


def istio_gateways(spec: Spec) -> dict[str, Values]:
    """A Gateway a name."""
    return {name: _gateway(one) for name, one in spec.istio_gateways.items()}


def _gateway(one: IstioGateway) -> Values:
    servers = [_server(name, server) for name, server in present(one.servers).items()]
    return {"selector": dict(sorted(one.selector.items())), "servers": servers}


def _server(name: str, one: IstioServer) -> Values:
    port = {"name": name, "number": one.port, "protocol": one.protocol}
    return stated({"port": port, "hosts": list(one.hosts), "tls": _tls(one.tls) if one.tls else None})


def _tls(one: ServerTls) -> Values:
    return stated(
        {
            "mode": one.mode,
            "credentialName": one.credential_name,
            "httpsRedirect": one.https_redirect or None,
            "minProtocolVersion": one.min_protocol_version,
        }
    )
