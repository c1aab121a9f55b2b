# error: service.py:9: monitor.target_labels: goes with a ServiceMonitor
# hint: write pod_target_labels
from chartgen import Image, Monitor, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    monitor=Monitor(kind="PodMonitor", target_labels=["owner"]),
)
