# error: service.py:8: replicas: must be at most 2147483647, not 9007199254740993
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    replicas=2**53 + 1,
)
