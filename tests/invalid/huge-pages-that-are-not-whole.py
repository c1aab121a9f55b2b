# error: service.py:8: resources.hugepages.2Mi: is '127Mi', which is no whole number of such pages
from chartgen import Image, Resources, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    resources=Resources(hugepages={"2Mi": "127Mi", "1Gi": "2Gi"}),
)
