# error: service.py:8: monitor: needs a port, and the workload has none
# hint: write ports={"metrics": 9090}
from chartgen import Image, Monitor, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    monitor=Monitor(),
)
