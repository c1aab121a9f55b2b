# error: service.py:8: network_policy.egress[0].ports[0].port: is the name 'rtp', and a range with end_port needs a number
# hint: write the first port as a number, as PeerPort(port=30000, end_port=30100)
from chartgen import Cidr, Image, NetworkPolicy, PeerPort, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    network_policy=NetworkPolicy(egress=[Cidr("10.0.0.0/8", ports=[PeerPort(port="rtp", end_port=30100)])]),
)
