# error: service.py:12: components.worker.service.node_ports.http: is 30001, which another port has (service.node_ports.http at service.py:8)
from chartgen import Component, Image, Service, ServiceSpec

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 8080},
    service=ServiceSpec(type="NodePort", node_ports={"http": 30001}),
    components={
        "worker": Component(
            ports={"http": 8080},
            service=ServiceSpec(type="NodePort", node_ports={"http": 30001}),
        ),
    },
)
