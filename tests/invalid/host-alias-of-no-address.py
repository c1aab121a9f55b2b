# error: service.py:8: host_aliases.1.2.3: is no IP address
# hint: write {"10.1.2.3": ["erp.internal"]}
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    host_aliases={"1.2.3": ["erp.internal"]},
)
