# error: service.py:10: environments.us.extends: environments extend each other in a circle: eu extends us extends eu
from chartgen import Image, Overlay, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    environments={
        "eu": Overlay(extends="us"),
        "us": Overlay(extends="eu"),
    },
)
