# error: service.py:7: image.repository: is missing
# hint: write image=Image(repository="ghcr.io/acme/orders-api", tag="1.0.0")
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(tag="1.4.2"),
)
