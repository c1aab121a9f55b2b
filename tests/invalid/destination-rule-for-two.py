# error: service.py:9: destination_rules.worker.component: stands beside host: a rule is for one
from chartgen import Component, DestinationRule, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    components={"worker": Component(ports={"http": 3000})},
    destination_rules={"worker": DestinationRule(component="worker", host="payment.payments.svc.cluster.local")},
)
