# error: service.py:8: istio_gateways.own.servers: opens no port
# hint: write servers={"https": IstioServer(port=443, protocol="HTTPS", …)}
from chartgen import Image, IstioGateway, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    istio_gateways={"own": IstioGateway(servers={})},
)
