# error: service.py:10: keda.authentications.kafka: says nothing; give it secrets, env or pod_identity
from chartgen import Image, KafkaTrigger, Keda, Service, Trigger, TriggerAuthentication

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    keda=Keda(
        triggers={"lag": Trigger(authentication="kafka", kafka=KafkaTrigger(bootstrap_servers="kafka:9092", consumer_group="orders"))},
        authentications={"kafka": TriggerAuthentication()},
    ),
)
