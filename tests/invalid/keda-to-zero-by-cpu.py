# error: service.py:8: keda.min_replicas: is 0, and only cpu and memory are looked at: no copy, no use, no start
from chartgen import Image, Keda, Service, Trigger

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    keda=Keda(min_replicas=0, triggers={"cpu": Trigger(cpu=70)}),
)
