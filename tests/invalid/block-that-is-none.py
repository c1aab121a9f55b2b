from chartgen import Cidr, Image, NetworkPolicy, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    network_policy=NetworkPolicy(egress=[Cidr("10.0.0.1/8"), Cidr("10.0.0.0/8", excluding=["11.0.0.0/16"])]),
)
