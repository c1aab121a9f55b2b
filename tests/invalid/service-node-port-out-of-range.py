# error: service.py:8: node_ports.http: must be at least 30000, not 8080
from chartgen import Image, Service, ServiceSpec

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 8080},
    services={"nodes": ServiceSpec(type="NodePort", node_ports={"http": 8080})},
)
