# error: service.py:8: init_containers.proxy: is the name of a sidecar (sidecars.proxy at service.py:7)
from chartgen import Image, InitContainer, Service, Sidecar

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    sidecars={"proxy": Sidecar()},
    init_containers={"proxy": InitContainer()},
)
