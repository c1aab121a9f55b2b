"""consumer: works off a topic of Kafka. Every choice carries its reason."""

from chartgen import KafkaTrigger, Keda, NetworkPolicy, Overlay, Peer, Port, Preset, Trigger, takes_options

KAFKA = Peer(namespace="messaging", port=9092)


@takes_options
def preset(*, topic: str, group: str, lag: int = 50) -> Preset:
    """``lag``: messages that may wait for each copy before another one is started."""
    trigger = KafkaTrigger(
        bootstrap_servers="kafka.messaging:9092",
        consumer_group=group,
        topic=topic,
        lag_threshold=lag,
    )
    return Preset(
        name="consumer",
        version="1.1.0",
        description="Works off a topic of Kafka; KEDA starts as many copies as the lag needs.",
        extends=["chartgen/queue-consumer", "server"],
        # Nobody calls it but Prometheus.
        ports={"metrics": Port(port=9464)},
        size="small",
        # Topics have twelve partitions here: a thirteenth copy would have nothing to do.
        keda=Keda(max_replicas=12, triggers={"lag": Trigger(kafka=trigger)}),
        config={"KAFKA_BROKERS": "kafka.messaging:9092", "KAFKA_TOPIC": topic, "KAFKA_GROUP": group},
        # A service that calls more than Kafka says so, and names Kafka beside it: lists are replaced.
        network_policy=NetworkPolicy(egress=[KAFKA]),
        environments={
            # Nobody buys at night in development, so the consumer may sleep.
            "development": Overlay(keda=Keda(min_replicas=0, max_replicas=2)),
        },
    )
