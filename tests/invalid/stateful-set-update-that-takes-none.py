# error: service.py:9: stateful_set.max_unavailable: takes no copy away, so that no update would ever end
# error: service.py:11: components.asked.stateful_set.max_unavailable: goes with a rolling update only
from chartgen import ClaimTemplate, Component, Image, Service, StatefulSet

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    kind="StatefulSet",
    stateful_set=StatefulSet(max_unavailable="0%"),
    components={
        "asked": Component(kind="StatefulSet", stateful_set=StatefulSet(update_strategy="OnDelete", max_unavailable=2)),
    },
)
