# error: service.py:8: autoscaling.max_replicas: is 3, below min_replicas, which is 5 (autoscaling.min_replicas at service.py:11)
from chartgen import Autoscaling, Image, Overlay, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    autoscaling=Autoscaling(max_replicas=3),
    environments={
        "production": Overlay(
            autoscaling=Autoscaling(min_replicas=5),
        ),
    },
)
