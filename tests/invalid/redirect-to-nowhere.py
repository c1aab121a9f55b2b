# error: service.py:10: routes.public.rules[0].redirect: says not what is replaced
# hint: state hostname, path or prefix
from chartgen import Expose, HttpRoute, HttpRule, Image, Redirect, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(http_route=HttpRoute(gateway="public")),
    routes={"public": Route(hosts=["orders.example.com"], rules=[HttpRule(redirect=Redirect())])},
)
