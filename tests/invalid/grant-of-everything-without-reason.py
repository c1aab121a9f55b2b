# error: service.py:12: grants[0]: grants every verb, which needs a reason
# hint: write because="…", or name less
# error: service.py:13: grants[1]: grants every resource, which needs a reason
# hint: write because="…", or name less
from chartgen import Grant, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    grants=[
        Grant("pods", verbs=["*"]),
        Grant("*", api_group="apps", verbs=["get"]),
        Grant("pods", api_group="*", verbs=["get"], because="It finds pods of every API."),
    ],
)
