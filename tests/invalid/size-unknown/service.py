# error: service.py:10: size: is 'smal', which no preset has
# hint: did you mean 'small'?
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["acme"],
    size="smal",
)
