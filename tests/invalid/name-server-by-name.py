# error: service.py:7: dns.nameservers[1]: is no IP address, such as 10.0.0.10 or fd00::10
from chartgen import Dns, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    dns=Dns(nameservers=["10.0.0.10", "bad.cafe"]),
)
