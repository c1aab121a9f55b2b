# error: service.py:13: keda.authentications.kafka.pod_identity: says both identity_owner and role_arn
# hint: keep one of them
from chartgen import Image, KafkaTrigger, Keda, PodIdentity, Service, Trigger, TriggerAuthentication

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    keda=Keda(
        triggers={"lag": Trigger(authentication="kafka", kafka=KafkaTrigger(bootstrap_servers="kafka:9092", consumer_group="orders"))},
        authentications={
            "kafka": TriggerAuthentication(
                pod_identity=PodIdentity(provider="aws", identity_owner="keda", role_arn="arn:aws:iam::1:role/x"),
            ),
        },
    ),
)
