# error: service.py:8: replicas: must be a whole number, not None
from chartgen import Image, Overlay, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    environments={"staging": Overlay(replicas=None)},
)
