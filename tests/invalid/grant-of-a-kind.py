# error: service.py:8: resource: must be a resource in the plural, such as secrets or pods/log, or a path such as /metrics, not 'Deployment'
from chartgen import Grant, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    grants=[Grant("Deployment", verbs=["get"])],
)
