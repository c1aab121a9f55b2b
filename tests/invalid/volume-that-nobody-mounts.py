# error: service.py:8: volumes.cache: is mounted by no container
# hint: write mounts=["/data"]
from chartgen import EmptyDir, Image, Service, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    volumes={"cache": Volume(empty_dir=EmptyDir())},
)
