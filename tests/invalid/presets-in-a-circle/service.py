# error: presets/base.py:5: extends[0]: presets extend each other in a circle: acme extends base extends acme
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["acme"],
)
