# error: presets/acme.yaml:2: replica: no such field
# hint: did you mean 'replicas'?
# error: presets/acme.yaml:4: locks[0]: can't be met: replicas is never '3', since it must be a whole number
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["acme"],
)
