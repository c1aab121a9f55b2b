# error: service.py:7: network_policy.egress[0].ports[0].end_port: is 30000, below the range's first port 30100
from chartgen import Cidr, Image, NetworkPolicy, PeerPort, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    network_policy=NetworkPolicy(egress=[Cidr("10.0.0.0/8", ports=[PeerPort(port=30100, end_port=30000)])]),
)
