from chartgen import Image, Service, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    volumes={
        "a": Volume(mounts=["/data"], secret="a"),
        "b": Volume(mounts=["/data"], secret="b"),
    },
)
