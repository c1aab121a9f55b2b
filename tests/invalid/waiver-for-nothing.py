# error: service.py:9: waivers[0].rule: waives CG401, which finds nothing here
# hint: take the waiver out
from chartgen import Image, Service, Waiver

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    waivers=[Waiver(rule="CG401", reason="none", owner="me", until="2027-01-31")],
)
