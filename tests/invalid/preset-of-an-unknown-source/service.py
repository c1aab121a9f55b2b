# error: service.py:9: presets[0]: there is no preset 'acm/http-api'
# hint: did you mean 'chartgen/http-api'?
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["acm/http-api"],
)
