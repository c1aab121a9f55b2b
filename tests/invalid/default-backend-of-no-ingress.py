# error: service.py:10: routes.public.default_backend: is an Ingress's alone, and the route becomes none
# hint: a route with hosts=[] takes what is left
from chartgen import Expose, HttpRoute, Image, Route, Service, Target

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(http_route=HttpRoute(gateway="public")),
    routes={"public": Route(hosts=["orders.example.com"], default_backend=Target(port="http"))},
)
