# error: presets/acme.py:4: returns a str
# hint: return Preset(…)
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["acme"],
)
