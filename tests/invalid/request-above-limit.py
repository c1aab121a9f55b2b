# error: service.py:8: resources.memory: is 2Gi, above memory_limit, which is 1Gi
from chartgen import Image, Resources, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    resources=Resources(memory="2Gi", memory_limit="1Gi"),
)
