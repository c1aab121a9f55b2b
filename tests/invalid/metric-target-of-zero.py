# error: service.py:8: average_value: is '0', and must be above 0
from chartgen import Autoscaling, Image, PodsMetric, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    autoscaling=Autoscaling(pods={"requests": PodsMetric(metric="requests", average_value="0")}),
)
