# error: service.py:7: network_policy.egress[0].ports: says both port and ports; put them all into ports
from chartgen import Image, NetworkPolicy, Peer, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    network_policy=NetworkPolicy(egress=[Peer("orders-db", port=5432, ports=[5433])]),
)
