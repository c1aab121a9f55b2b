# error: service.py:7: lifecycle.pre_stop: needs exactly one of exec, http and sleep
from chartgen import Handler, Image, Lifecycle, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    lifecycle=Lifecycle(pre_stop=Handler(sleep=5, exec=["drain"])),
)
