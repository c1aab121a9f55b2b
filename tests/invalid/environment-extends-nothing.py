# error: service.py:8: environments.eu.extends: extends 'production', which is no environment; there are eu
from chartgen import Image, Overlay, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    environments={"eu": Overlay(extends="production")},
)
