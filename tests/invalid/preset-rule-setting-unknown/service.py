# error: presets/acme.py:5: rules.CG999: is no rule
# hint: there are CG101, CG201, CG301, CG302, CG303, CG304, CG401, CG601, CG701, CG801, CG901
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["acme"],
)
