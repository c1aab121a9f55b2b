# error: service.py:8: autoscaling.max_replicas: is 3, below min_replicas, which is 5
from chartgen import Autoscaling, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    autoscaling=Autoscaling(min_replicas=5, max_replicas=3),
)
