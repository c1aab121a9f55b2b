# error: presets/acme.yaml:3: replicas: stands on line 2 and again on line 3
# hint: keep one
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["acme"],
)
