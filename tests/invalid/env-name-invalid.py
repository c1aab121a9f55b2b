# error: service.py:8: env.1ST: '1ST' is no good name: must be letters, digits and underscores, with no digit first
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    env={"1ST": "x"},
)
