# error: presets/acme.py:1: raised ModuleNotFoundError: No module named 'acme_standards'
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["acme"],
)
