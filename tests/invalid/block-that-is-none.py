# error: service.py:10: network_policy.egress[0].cidr: is '10.0.0.1/8', which is no block of addresses
# hint: as 10.20.0.0/16
# error: service.py:10: network_policy.egress[1].excluding[0]: is '11.0.0.0/16', which is no smaller block inside 10.0.0.0/8
from chartgen import Cidr, Image, NetworkPolicy, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    network_policy=NetworkPolicy(egress=[Cidr("10.0.0.1/8"), Cidr("10.0.0.0/8", excluding=["11.0.0.0/16"])]),
)
