# error: service.py:10: labels.example.com/team: is 'orders', but a lock of preset acme (presets/acme.py:6) wants it to be text that matches ^team-: we say so
# hint: keep to it; or waive it for a while: waivers=[Waiver(lock='labels["example.com/team"]', reason="…", owner="…", until="2027-01-31")]
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["acme"],
    labels={"example.com/team": "orders"},
)
