# error: service.py:8: network_policy.ingress[0].ports[0]: holds no port of the workload; the ports are http (3000)
from chartgen import Image, NetworkPolicy, Peer, PeerPort, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    network_policy=NetworkPolicy(ingress=[Peer("gateway", ports=[PeerPort(port=8000, end_port=8100)])]),
)
