# error: service.py:5: name: is longer than 63 characters
from chartgen import Image, Service

service = Service(
    name="a" * 64,
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
)
