# error: service.py:10: services.two.node_ports.http: is 30080, which another port has (services.one.node_ports.http at service.py:9)
from chartgen import Image, Service, ServiceSpec

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 8080},
    services={
        "one": ServiceSpec(type="NodePort", node_ports={"http": 30080}),
        "two": ServiceSpec(type="NodePort", node_ports={"http": 30080}),
    },
)
