# error: service.py:9: expose.http_route.parents[0]: names the Gateway 'public' a second time
# hint: say another listener each time
from chartgen import Expose, HttpRoute, Image, Parent, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(http_route=HttpRoute(gateway="public", parents=[Parent(name="public", listener="http")])),
    routes={"public": Route(hosts=["orders.example.com"], paths=["/"])},
)
