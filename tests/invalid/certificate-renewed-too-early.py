# error: service.py:8: certificates.tls.renew_before: is 24h, and the certificate holds for 24h
from chartgen import Certificate, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    certificates={"tls": Certificate(issuer="ca", dns_names=["a.example.com"], duration="24h", renew_before="24h")},
)
