# error: service.py:9: pod_extra.overheads: is a field that Kubernetes does not know
# hint: did you mean 'overhead'?
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    pod_extra={"overheads": {}},
)
