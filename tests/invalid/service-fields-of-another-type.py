# error: service.py:11: service.external_name: goes with ExternalName, and the type is ClusterIP
# error: service.py:11: service.node_ports: goes with LoadBalancer and NodePort, and the type is ClusterIP
# error: service.py:11: service.source_ranges: goes with LoadBalancer, and the type is ClusterIP
# error: service.py:12: services.public.headless: goes with ClusterIP, and the type is LoadBalancer
from chartgen import Image, Service, ServiceSpec

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 8080},
    service=ServiceSpec(node_ports={"http": 30080}, source_ranges=["10.0.0.0/8"], external_name="example.com"),
    services={"public": ServiceSpec(type="LoadBalancer", headless=True)},
)
