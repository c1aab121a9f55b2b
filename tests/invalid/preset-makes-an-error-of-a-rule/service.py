# error: service.py:10: image.tag: is 'latest', which may name another build tomorrow (CG401)
# hint: write a version, commit or build number, or add digest="sha256:…"
from chartgen import Image, Overlay, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["acme"],
    environments={"production": Overlay(image=Image(tag="latest"))},
)
