# error: service.py:7: components.main: is a name that the chart uses itself; call it my-main
from chartgen import Component, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    components={"main": Component()},
)
