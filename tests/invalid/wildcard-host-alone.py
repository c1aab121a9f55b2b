# error: service.py:9: hosts[0]: must be a host name in lower case, such as orders.example.com, not '*'
from chartgen import Expose, HttpRoute, Image, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(http_route=HttpRoute(gateway="public")),
    routes={"public": Route(hosts=["*"])},
)
