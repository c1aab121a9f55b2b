# error: service.py:12: waivers[0].lock: is 'replica', which no preset locks here
# hint: did you mean 'replicas'?
# options: --today 2027-01-31
from chartgen import Image, Service, Waiver

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["acme"],
    replicas=3,
    waivers=[Waiver(lock="replica", reason="a pilot", owner="me", until="2027-01-31")],
)
