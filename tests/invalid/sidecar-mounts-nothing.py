# error: service.py:8: sidecars.proxy.mounts.cache: is no volume of the pod; there are tmp
# hint: write volumes={"cache": Volume(empty_dir=EmptyDir(), …)}
from chartgen import Image, Service, Sidecar

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    sidecars={"proxy": Sidecar(mounts={"cache": ["/cache"]})},
)
