# error: service.py:11: env.URL: refers to BASE, which refers on to others; refer to those themselves
from chartgen import Image, Ref, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    env={
        "HOST": "db",
        "BASE": Ref("http://$(HOST)"),
        "URL": Ref("$(BASE)/orders"),
    },
)
