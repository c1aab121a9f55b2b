# error: service.py:9: keda.fallback: needs a trigger of metric_type AverageValue that is not cpu or memory
from chartgen import Fallback, Image, KafkaTrigger, Keda, Service, Trigger

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    keda=Keda(
        fallback=Fallback(replicas=3),
        triggers={"lag": Trigger(kafka=KafkaTrigger(bootstrap_servers="kafka:9092", consumer_group="orders"), metric_type="Value")},
    ),
)
