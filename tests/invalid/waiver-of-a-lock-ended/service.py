# error: service.py:6: replicas: is 2, but a lock of preset acme (presets/acme.py:6) wants it to be at least 3: we say so; its waiver ended on 2027-01-31
# hint: keep to it; or waive it for a while: waivers=[Waiver(lock="replicas", reason="…", owner="…", until="2027-01-31")]
# options: --today 2027-02-01
from chartgen import Image, Service, Waiver

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["acme"],
    waivers=[Waiver(lock="replicas", reason="a pilot", owner="team-orders", until="2027-01-31")],
)
