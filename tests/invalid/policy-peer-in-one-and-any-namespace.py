# error: service.py:7: network_policy.ingress[0].any_namespace: is stated beside a namespace; state one of them
from chartgen import Image, NetworkPolicy, Peer, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    network_policy=NetworkPolicy(ingress=[Peer("gateway", namespace="edge", any_namespace=True)]),
)
