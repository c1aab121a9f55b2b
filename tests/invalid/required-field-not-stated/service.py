# error: service.py:7: labels.cost-centre: must be stated: preset acme requires it (presets/acme.py:5)
# hint: write labels={"cost-centre": "…"}
# error: service.py:7: owner: must be stated: preset acme requires it (presets/acme.py:5)
# hint: write owner="…"
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["acme"],
)
