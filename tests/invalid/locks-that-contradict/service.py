# error: presets/safe.py:6: locks[0]: contradicts a lock of preset acme (presets/acme.py:6): no value of replicas is at most 2, and at least 3
# hint: change one of the two presets, or use only one
from chartgen import Image, Overlay, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["acme", "safe"],
    environments={"production": Overlay()},
)
