# error: service.py:8: service.allocate_node_ports: goes with LoadBalancer, and the type is ClusterIP
from chartgen import Image, Service, ServiceSpec

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    service=ServiceSpec(allocate_node_ports=False),
)
