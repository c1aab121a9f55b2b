# error: service.py:10: keda.triggers.lag: says more than one of authentication, authentication_ref, cluster_authentication_ref
from chartgen import Image, KafkaTrigger, Keda, Service, Trigger

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    keda=Keda(
        triggers={
            "lag": Trigger(
                authentication_ref="a",
                cluster_authentication_ref="b",
                kafka=KafkaTrigger(bootstrap_servers="kafka:9092", consumer_group="orders"),
            ),
        },
    ),
)
