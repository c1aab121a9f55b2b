# error: service.py:10: certificates.b.secret_name: is the Secret of the certificate 'a' too: each would overwrite the other for ever (certificates.a.secret_name at service.py:9)
from chartgen import Certificate, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    certificates={
        "a": Certificate(issuer="ca", dns_names=["a.example.com"], secret_name="x"),
        "b": Certificate(issuer="ca", dns_names=["b.example.com"], secret_name="x"),
    },
)
