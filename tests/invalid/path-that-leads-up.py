# error: service.py:9: routes.public.paths[0]: is '/orders/../admin'; a path of the type Prefix has no '/../'
from chartgen import Expose, HttpRoute, Image, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(http_route=HttpRoute(gateway="public")),
    routes={"public": Route(hosts=["orders.example.com"], paths=["/orders/../admin"])},
)
