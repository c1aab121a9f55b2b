# error: service.py:9: autoscaling.external.queue: needs exactly one of value and average_value
# hint: write average_value="30" for 30 a copy
from chartgen import Autoscaling, ExternalMetric, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    autoscaling=Autoscaling(external={"queue": ExternalMetric(metric="ready", value="9", average_value="3")}),
)
