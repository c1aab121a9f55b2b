# error: service.py:14: replicas: is 2, but a lock of preset acme (presets/acme.py:6) wants it to be at least 3 in production: we say so
# hint: keep to it; or waive it for a while: waivers=[Waiver(lock="replicas", reason="…", owner="…", until="2027-01-31")]
from chartgen import Image, Overlay, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["acme"],
    replicas=3,
    environments={
        "dev": Overlay(replicas=1),
        "production": Overlay(),
        "production-eu": Overlay(extends="production", replicas=2),
    },
)
