# error: service.py:9: grants[0]: grants get on all secrets, which needs a reason
# hint: write because="…", or name less
from chartgen import Grant, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    grants=[Grant("secrets", verbs=["get"])],
)
