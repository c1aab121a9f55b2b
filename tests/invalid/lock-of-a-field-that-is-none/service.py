# error: presets/acme.py:6: locks[0]: leads to 'replica', which is no field
# hint: did you mean 'replicas'?
# error: presets/acme.py:7: locks[1]: leads to 'min', which is no field
# hint: the fields here are cpu, external, max_replicas, memory, min_replicas, objects, pods, scale_down, scale_up, sidecars
# error: presets/acme.py:8: locks[2]: leads to 'x', which is no field
# hint: there is nothing inside
# error: presets/acme.py:9: locks[3]: is 'a b', which is no field's path
# hint: write autoscaling.min_replicas or labels["a/b"]
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["acme"],
)
