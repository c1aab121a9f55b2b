# error: presets/acme.py:5: required[0]: leads to 'ownr', which is no field
# hint: did you mean 'owner'?
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["acme"],
)
