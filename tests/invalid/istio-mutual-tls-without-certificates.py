# error: service.py:9: destination_rules.main.traffic_policy.tls.mode: is MUTUAL, which needs client_certificate and private_key, or credential_name
# hint: ISTIO_MUTUAL uses the mesh's certificates
from chartgen import ClientTls, DestinationRule, Image, Service, TrafficPolicy

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    destination_rules={"main": DestinationRule(traffic_policy=TrafficPolicy(tls=ClientTls(mode="MUTUAL")))},
)
