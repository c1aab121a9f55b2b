# error: service.py:9: keda.cooldown_seconds: goes with Deployment and StatefulSet, and the kind is Job (kind at service.py:8)
# hint: take it out, or choose another kind
from chartgen import Image, KafkaTrigger, Keda, Service, Trigger

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    kind="Job",
    keda=Keda(cooldown_seconds=60, triggers={"lag": Trigger(kafka=KafkaTrigger(bootstrap_servers="kafka:9092", consumer_group="orders"))}),
)
