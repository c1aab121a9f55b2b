# error: service.py:8: owner: must be a label value: letters, digits, '-', '_' and '.', alphanumeric at both ends, not 'team orders'
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    owner="team orders",
)
