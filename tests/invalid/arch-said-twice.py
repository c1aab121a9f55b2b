# error: service.py:9: node_selector.kubernetes.io/arch: is what arch says; state it there (arch at service.py:8)
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    arch="arm64",
    node_selector={"kubernetes.io/arch": "amd64"},
)
