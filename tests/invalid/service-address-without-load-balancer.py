# error: service.py:8: service.load_balancer_ip: goes with LoadBalancer, and the type is ClusterIP
from chartgen import Image, Service, ServiceSpec

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 8080},
    service=ServiceSpec(load_balancer_ip="203.0.113.7"),
)
