# error: service.py:11: grants[0].resource: is 'nodes', which belongs to no namespace, so that a Role grants nothing of it
# hint: write cluster=True
# error: service.py:11: grants[1].resource: is '/metrics', a path of the API server, which belongs to no namespace
# hint: write cluster=True
from chartgen import Grant, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    grants=[Grant("nodes", verbs=["get"]), Grant("/metrics", verbs=["get"])],
)
