# error: service.py:8: replicas: must be a whole number, not 'three'
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    replicas="three",
)
