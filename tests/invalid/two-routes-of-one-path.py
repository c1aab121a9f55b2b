# error: service.py:11: routes.admin: takes orders.example.com/, which route 'public' takes (routes.public at service.py:10)
from chartgen import Image, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["http-api"],
    routes={
        "public": Route(hosts=["orders.example.com"]),
        "admin": Route(hosts=["orders.example.com"]),
    },
)
