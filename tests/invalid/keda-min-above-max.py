# error: service.py:8: keda.max_replicas: is 5, below min_replicas, which is 9
from chartgen import Image, Keda, Service, Trigger

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    keda=Keda(min_replicas=9, max_replicas=5, triggers={"cpu": Trigger(cpu=70)}),
)
