# error: service.py:10: resources.memory: is '2Gi', but a lock of preset acme (presets/acme.py:6) wants it to be at most 1Gi: we say so
# hint: keep to it; or waive it for a while: waivers=[Waiver(lock="resources.memory", reason="…", owner="…", until="2027-01-31")]
from chartgen import Image, Resources, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["acme"],
    resources=Resources(memory="2Gi"),
)
