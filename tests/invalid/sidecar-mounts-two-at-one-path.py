# error: service.py:8: sidecars.proxy.mounts.tmp[0]: is mounted at /x, where something else is
from chartgen import EmptyDir, Image, Service, Sidecar, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    volumes={"cache": Volume(empty_dir=EmptyDir(), mounts=["/cache"])},
    sidecars={"proxy": Sidecar(mounts={"cache": ["/x"], "tmp": ["/x/"]})},
)
