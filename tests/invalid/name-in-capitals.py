# error: service.py:5: name: must be lower-case letters, digits and dashes, with a letter first, not 'Orders'
from chartgen import Image, Service

service = Service(
    name="Orders",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
)
