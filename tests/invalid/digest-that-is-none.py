# error: service.py:6: digest: must be sha256: and 64 hexadecimal digits, not 'sha256:123'
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", digest="sha256:123"),
)
