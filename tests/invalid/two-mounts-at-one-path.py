# error: service.py:10: volumes.b.mounts[0]: is mounted at /data, where something else is (volumes.a.mounts[0] at service.py:9)
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
