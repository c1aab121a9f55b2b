# error: service.py:8: grants[0].namespace: says less than cluster=True beside it; keep one of the two
from chartgen import Grant, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    grants=[Grant("pods", verbs=["get"], cluster=True, namespace="payments")],
)
