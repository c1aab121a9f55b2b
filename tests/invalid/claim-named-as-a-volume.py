# error: service.py:9: stateful_set.claims.data: is the name of another volume of the pod (volumes.data at service.py:8)
from chartgen import ClaimTemplate, EmptyDir, Image, Service, StatefulSet, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    kind="StatefulSet",
    volumes={"data": Volume(empty_dir=EmptyDir(), mounts=["/a"])},
    stateful_set=StatefulSet(claims={"data": ClaimTemplate(size="1Gi", mounts=["/b"])}),
)
