# error: service.py:8: verbs: must not be empty
from chartgen import Grant, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    grants=[Grant("configmaps", verbs=[])],
)
