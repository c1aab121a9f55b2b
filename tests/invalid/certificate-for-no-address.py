# error: service.py:8: certificates.tls.ip_addresses[0]: is '10.0.0', which is no address
from chartgen import Certificate, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    certificates={"tls": Certificate(issuer="ca", ip_addresses=["10.0.0"])},
)
