# error: service.py:10: certificates.tls.private_key.size: is 2048; the sizes of ECDSA are 256, 384, 521
from chartgen import Certificate, Image, PrivateKey, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    certificates={
        "tls": Certificate(
            issuer="ca", dns_names=["a.example.com"], private_key=PrivateKey(algorithm="ECDSA", size=2048)
        )
    },
)
