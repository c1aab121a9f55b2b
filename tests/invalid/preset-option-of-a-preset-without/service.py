# error: service.py:9: presets[0]: gives options to 'acme', which takes none
# hint: write "acme"
from chartgen import Image, PresetUse, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=[PresetUse(name="acme", options={"copies": 3})],
)
