# error: service.py:10: bindings[1]: gives view a second time (bindings[0] at service.py:9)
from chartgen import Binding, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    bindings=[
        Binding("view"),
        Binding("view"),
    ],
)
