# error: service.py:7: network_policy.ingress[0].requirements[0]: needs values with operator 'In'
from chartgen import Image, LabelRequirement, NetworkPolicy, Peer, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    network_policy=NetworkPolicy(ingress=[Peer(requirements=[LabelRequirement(key="tier")])]),
)
