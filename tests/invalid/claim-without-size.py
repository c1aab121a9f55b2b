# error: service.py:8: stateful_set.claims.data.size: is missing
from chartgen import ClaimTemplate, Image, Service, StatefulSet

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    kind="StatefulSet",
    stateful_set=StatefulSet(claims={"data": ClaimTemplate(mounts=["/b"])}),
)
