# error: service.py:8: until: must be a day such as 2027-01-31, not '31.1.2027'
from chartgen import Image, Service, Waiver

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    waivers=[Waiver(rule="CG401", owner="me", until="31.1.2027")],
)
