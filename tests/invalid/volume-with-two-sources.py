# error: service.py:8: volumes.data: needs exactly one of empty_dir, config_map, secret and claim
from chartgen import Image, Service, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    volumes={"data": Volume(mounts=["/data"], secret="a", config_map="b")},
)
