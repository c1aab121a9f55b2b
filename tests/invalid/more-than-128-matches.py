# error: service.py:13: routes.public.rules: has 140 matches; a route takes 128
# hint: make it two routes
from chartgen import Expose, HttpMatch, HttpRoute, HttpRule, Image, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(http_route=HttpRoute(gateway="public")),
    routes={
        "public": Route(
            hosts=["orders.example.com"],
            rules=[HttpRule(matches=[HttpMatch(path=f"/{a}/{b}") for b in range(20)]) for a in range(7)],
        )
    },
)
