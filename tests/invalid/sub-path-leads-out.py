# error: service.py:8: volumes.a.mounts[0].sub_path: is '../etc', which leads out of the volume
from chartgen import Image, Mount, Service, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    volumes={"a": Volume(mounts=[Mount(path="/data", sub_path="../etc")], secret="a")},
)
