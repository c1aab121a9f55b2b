"""Scaling by events: a worker by KEDA, Jobs by KEDA."""

from chartgen import (
    Component,
    Image,
    Job,
    KafkaTrigger,
    Keda,
    Service,
    Trigger,
)

service = Service(
    name="events",
    image=Image(repository="ghcr.io/acme/events", tag="1.4.2"),
    keda=Keda(
        min_replicas=2,
        max_replicas=20,
        polling_interval_seconds=20,
        cooldown_seconds=100,
        triggers={
            "lag": Trigger(
                kafka=KafkaTrigger(
                    bootstrap_servers="kafka:9092", consumer_group="events", topic="orders", lag_threshold=50
                )
            )
        },
    ),
    components={
        "once": Component(
            kind="Job",
            job=Job(backoff_limit=1),
            keda=Keda(
                max_replicas=20,
                polling_interval_seconds=20,
                triggers={
                    "lag": Trigger(
                        kafka=KafkaTrigger(
                            bootstrap_servers="kafka:9092", consumer_group="events", topic="orders", lag_threshold=50
                        )
                    )
                },
            ),
        )
    },
)
