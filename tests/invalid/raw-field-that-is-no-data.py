# error: service.py:8: pod_extra: holds None at hostAliases[0], which is no plain data
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    pod_extra={"hostAliases": [None]},
)
