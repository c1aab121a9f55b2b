# error: service.py:9: keda: has no triggers
# hint: write triggers={"lag": Trigger(kafka=KafkaTrigger(…))}
from chartgen import Image, Keda, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    keda=Keda(max_replicas=5),
)
