# error: service.py:9: grants[0].names: goes with resources, and '/metrics' is a path
# error: service.py:9: grants[0].verbs: hold 'list'; a path takes get, head, options, post, put, patch, delete, *
from chartgen import Grant, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    grants=[Grant("/metrics", verbs=["list"], names=["x"], cluster=True)],
)
