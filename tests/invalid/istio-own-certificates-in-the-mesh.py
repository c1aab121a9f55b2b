# error: service.py:10: destination_rules.main.traffic_policy.tls.private_key: is not for ISTIO_MUTUAL, which uses the mesh's
from chartgen import ClientTls, DestinationRule, Image, Service, TrafficPolicy

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    destination_rules={
        "main": DestinationRule(
            traffic_policy=TrafficPolicy(tls=ClientTls(mode="ISTIO_MUTUAL", private_key="/etc/key.pem"))
        )
    },
)
