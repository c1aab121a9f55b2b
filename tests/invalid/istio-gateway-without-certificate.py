# error: service.py:15: istio_gateways.own.servers.https.tls: is needed with HTTPS, and in it a mode
# hint: write tls=ServerTls(mode="SIMPLE", credential_name="shop-tls")
# error: service.py:16: istio_gateways.own.servers.more.tls.credential_name: goes with SIMPLE and MUTUAL, and is needed there
# error: service.py:17: istio_gateways.own.servers.http.tls.credential_name: goes with SIMPLE and MUTUAL, and is needed there
# error: service.py:17: istio_gateways.own.servers.http.tls.mode: goes with HTTPS and TLS, and the protocol is HTTP
# error: service.py:19: istio_gateways.own.servers.tcp.tls.https_redirect: goes with HTTP, and the protocol is TCP
from chartgen import Image, IstioGateway, IstioServer, ServerTls, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    istio_gateways={
        "own": IstioGateway(
            servers={
                "https": IstioServer(port=443, protocol="HTTPS", hosts=["a.example.com"]),
                "more": IstioServer(port=8443, protocol="HTTPS", hosts=["b.example.com"], tls=ServerTls(mode="SIMPLE")),
                "http": IstioServer(port=80, protocol="HTTP", hosts=["a.example.com"], tls=ServerTls(mode="SIMPLE")),
                "tcp": IstioServer(
                    port=81, protocol="TCP", hosts=["a.example.com"], tls=ServerTls(https_redirect=True)
                ),
            }
        )
    },
)
