# error: service.py:5: name: is missing
# hint: write name="orders-api"
from chartgen import Image, Service

service = Service(
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
)
