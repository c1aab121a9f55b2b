# error: service.py:8: certificates.tls.duration: is 30m; cert-manager takes no less than 1h
from chartgen import Certificate, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    certificates={"tls": Certificate(issuer="ca", dns_names=["a.example.com"], duration="30m")},
)
