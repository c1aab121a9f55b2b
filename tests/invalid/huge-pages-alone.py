# error: service.py:9: resources.hugepages: needs a request of cpu or memory beside it
# hint: write memory="128Mi"
from chartgen import Image, Resources, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    resources=Resources(cpu=None, memory=None, hugepages={"2Mi": "128Mi"}),
)
