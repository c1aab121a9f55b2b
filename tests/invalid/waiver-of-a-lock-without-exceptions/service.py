# error: service.py:11: waivers[0].lock: waives a lock that has no exceptions: we say so (presets/acme.py:6)
# hint: take the waiver out
# options: --today 2027-01-31
from chartgen import Image, Service, Waiver

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["acme"],
    waivers=[Waiver(lock="replicas", reason="a pilot", owner="team-orders", until="2027-01-31")],
)
