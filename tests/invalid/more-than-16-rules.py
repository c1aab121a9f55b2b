# error: service.py:12: rules: has more than 16 entries
from chartgen import Expose, HttpMatch, HttpRoute, HttpRule, Image, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(http_route=HttpRoute(gateway="public")),
    routes={
        "public": Route(
            hosts=["orders.example.com"],
            rules=[HttpRule(matches=[HttpMatch(path=f"/{number}")]) for number in range(17)],
        )
    },
)
