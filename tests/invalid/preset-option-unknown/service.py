# error: service.py:11: presets[0].options.copies: must be a whole number, not '3'
# hint: write it without quotes
# error: service.py:11: presets[0].options.helth: no such option
# hint: did you mean 'health'?
from chartgen import Image, PresetUse, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=[PresetUse(name="acme", options={"helth": "/h", "copies": "3"})],
)
