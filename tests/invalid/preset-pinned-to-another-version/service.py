# error: chartgen.toml: preset-pins.acme: is 1.2.0, and the preset is 1.3.0 (presets/acme.py:5)
# hint: write "1.3.0" once you have read what it changes
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["acme"],
)
