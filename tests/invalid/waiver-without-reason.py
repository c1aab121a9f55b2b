from chartgen import Image, Service, Waiver

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    waivers=[Waiver(rule="CG401", owner="me", until="31.1.2027")],
)
