# error: service.py:16: keda.triggers.lag.kafka.limit_to_partitions_with_lag: does not go with allow_idle_consumers (keda.triggers.lag.kafka.allow_idle_consumers at service.py:17)
# error: service.py:16: keda.triggers.lag.kafka.limit_to_partitions_with_lag: needs topic
# error: service.py:18: keda.triggers.lag.kafka.sasl: needs an authentication, which holds username and password
from chartgen import Image, KafkaTrigger, Keda, Service, Trigger

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    keda=Keda(
        triggers={
            "lag": Trigger(
                kafka=KafkaTrigger(
                    bootstrap_servers="kafka:9092",
                    consumer_group="orders",
                    limit_to_partitions_with_lag=True,
                    allow_idle_consumers=True,
                    sasl="plaintext",
                ),
            ),
        },
    ),
)
