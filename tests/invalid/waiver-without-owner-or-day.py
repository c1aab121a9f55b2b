# error: service.py:13: waivers[0]: has no reason and no owner and no until
# hint: write reason="…", owner="team-orders", until="2027-01-31"
# error: service.py:14: waivers[1]: names neither a rule nor a lock
# hint: write rule="CG401", or lock="replicas"
# error: service.py:15: waivers[2]: names both a rule and a lock
# hint: write rule="CG401", or lock="replicas"
from chartgen import Image, Service, Waiver

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="latest"),
    waivers=[
        Waiver(rule="CG401"),
        Waiver(reason="a pilot", owner="me", until="2027-01-31"),
        Waiver(rule="CG401", lock="replicas", reason="a pilot", owner="me", until="2027-01-31"),
    ],
)
