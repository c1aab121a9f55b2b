# error: service.py:7: ports.http.port: must be at most 65535, not 70000
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 70000},
    env={"A": "x"},
)
