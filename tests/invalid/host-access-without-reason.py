# error: service.py:7: host.because: is missing
from chartgen import HostAccess, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    host=HostAccess(network=True),
)
