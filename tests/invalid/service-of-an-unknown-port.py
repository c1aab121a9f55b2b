# error: service.py:10: services.public.ports[0]: names the port 'https'; the ports are http
# error: service.py:11: services.nodes.node_ports.https: is no port that the Service carries; the ports are http
from chartgen import Image, Service, ServiceSpec

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 8080},
    services={
        "public": ServiceSpec(ports=["https"]),
        "nodes": ServiceSpec(type="NodePort", node_ports={"https": 30443}),
    },
)
