# error: service.py:9: routes.public.hosts: names a host twice
from chartgen import Expose, HttpRoute, Image, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(http_route=HttpRoute(gateway="public")),
    routes={"public": Route(hosts=["a.example.com", "a.example.com"])},
)
