# error: service.py:9: network_policy.ingress[0].ports[1]: names the port 'metric'; the ports are http, metrics
# hint: did you mean 'metrics'?
from chartgen import Image, NetworkPolicy, Peer, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000, "metrics": 9090},
    network_policy=NetworkPolicy(ingress=[Peer("gateway", ports=["http", "metric"])]),
)
