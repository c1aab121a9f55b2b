# error: service.py:8: stateful_set.partition: goes with a rolling update only
from chartgen import Image, Service, StatefulSet

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    kind="StatefulSet",
    stateful_set=StatefulSet(update_strategy="OnDelete", partition=1),
)
