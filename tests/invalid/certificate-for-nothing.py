# error: service.py:10: certificates.tls: names nothing that it is for
# hint: write dns_names=["orders.example.com"]
from chartgen import Certificate, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    certificates={
        "tls": Certificate(
            issuer="ca",
        )
    },
)
