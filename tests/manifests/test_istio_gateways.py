"""Istio's Gateways in the manifests."""

import pytest

from chartgen import IstioGateway, IstioServer, ServerTls
from tests.manifests.custom import checked_manifests_of

pytestmark = pytest.mark.helm


def test_a_gateway_opens_ports_of_a_proxy_for_hosts() -> None:
    one = IstioGateway(
        servers={
            "https": IstioServer(
                port=443,
                protocol="HTTPS",
                hosts=["shop.example.com"],
                tls=ServerTls(mode="SIMPLE", credential_name="shop-tls", min_protocol_version="TLSV1_3"),
            ),
            "http": IstioServer(
                port=80, protocol="HTTP", hosts=["shop.example.com"], tls=ServerTls(https_redirect=True)
            ),
            "tcp": IstioServer(port=7000, protocol="TCP", hosts=["*"]),
        }
    )
    found = checked_manifests_of(istio_gateways={"own": one})["Gateway"]

    assert (found["apiVersion"], found["metadata"]["name"]) == ("networking.istio.io/v1", "orders-api-own")
    assert found["spec"] == {
        "selector": {"istio": "ingressgateway"},
        "servers": [
            {
                "port": {"name": "https", "number": 443, "protocol": "HTTPS"},
                "hosts": ["shop.example.com"],
                "tls": {"mode": "SIMPLE", "credentialName": "shop-tls", "minProtocolVersion": "TLSV1_3"},
            },
            {
                "port": {"name": "http", "number": 80, "protocol": "HTTP"},
                "hosts": ["shop.example.com"],
                "tls": {"httpsRedirect": True},
            },
            {"port": {"name": "tcp", "number": 7000, "protocol": "TCP"}, "hosts": ["*"]},
        ],
    }
