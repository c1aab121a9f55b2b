# error: service.py:8: env.BELL.value: holds the control character U+0007 at position 4
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    env={"BELL": "ding\x07"},
)
