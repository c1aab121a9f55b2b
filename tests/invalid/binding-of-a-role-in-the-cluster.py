# error: service.py:8: bindings[0].kind: is a Role, which belongs to a namespace, and can't be given in the whole cluster
from chartgen import Binding, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    bindings=[Binding("reader", kind="Role", cluster=True)],
)
