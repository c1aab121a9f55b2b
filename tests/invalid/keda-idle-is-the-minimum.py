# error: service.py:11: keda.idle_replicas: is 0, and so is min_replicas, which says the same (keda.min_replicas at service.py:10)
# hint: leave idle_replicas out
from chartgen import Image, KafkaTrigger, Keda, Service, Trigger

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    keda=Keda(
        min_replicas=0,
        idle_replicas=0,
        triggers={"lag": Trigger(kafka=KafkaTrigger(bootstrap_servers="kafka:9092", consumer_group="orders"))},
    ),
)
