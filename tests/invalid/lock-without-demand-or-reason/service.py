# error: presets/acme.py:6: locks[0]: demands nothing: say equals, one_of, at_least, at_most, matches, present or absent
# error: presets/acme.py:7: locks[1]: has no reason
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["acme"],
)
