# error: service.py:7: volumes.logs.host_path.because: is missing
from chartgen import HostPath, Image, Service, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    volumes={"logs": Volume(mounts=["/logs"], host_path=HostPath(path="/var/log"))},
)
