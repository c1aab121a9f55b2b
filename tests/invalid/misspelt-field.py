# error: service.py:9: replica: no such field
# hint: did you mean 'replicas'?
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    replica=3,
)
