# error: service.py:9: presets[0]: there is no preset 'http-apy'
# hint: did you mean 'http-api'?
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["http-apy"],
)
