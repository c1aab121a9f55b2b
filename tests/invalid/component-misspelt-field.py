# error: service.py:8: replica: no such field
# hint: did you mean 'replicas'?
from chartgen import Component, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    components={"worker": Component(replica=2)},
)
