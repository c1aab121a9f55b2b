# error: service.py:9: presets[0]: 'acme' is ambiguous: project/acme (presets/acme.py) and project/acme (presets/acme.yaml)
# hint: keep one of the two
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["acme"],
)
