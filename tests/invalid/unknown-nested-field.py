# error: service.py:9: maximum: no such field
# hint: the fields here are cpu, external, max_replicas, memory, min_replicas, objects, pods, scale_down, scale_up, sidecars
from chartgen import Autoscaling, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    autoscaling=Autoscaling(min_replicas=3, maximum=30),
)
