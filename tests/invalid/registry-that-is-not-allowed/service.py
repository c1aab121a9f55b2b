# error: service.py:7: image.repository: is 'ghcr.io/acme/orders-api', but a lock of preset acme (presets/acme.py:5) wants it to be text that matches ^(registry\.acme\.example)(/.*)?$: images come from registry.acme.example
# hint: keep to it; or waive it for a while: waivers=[Waiver(lock="*.image.repository", reason="…", owner="…", until="2027-01-31")]
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["acme"],
)
