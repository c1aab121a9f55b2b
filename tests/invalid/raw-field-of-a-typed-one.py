# error: service.py:9: pod_extra.nodeSelector: is a field that the chart prints itself
# hint: say it by node_selector
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    pod_extra={"nodeSelector": {"disk": "ssd"}},
)
