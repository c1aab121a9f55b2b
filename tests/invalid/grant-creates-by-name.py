# error: service.py:9: grants[0].verbs: hold 'create', which names can't restrict
# hint: make it a grant of its own, without names
from chartgen import Grant, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    grants=[Grant("configmaps", names=["leader"], verbs=["create", "update"])],
)
