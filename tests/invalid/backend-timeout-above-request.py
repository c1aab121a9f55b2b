# error: service.py:12: routes.public.rules[0].timeouts.backend_request: is 1s, above request of 500ms
from chartgen import Expose, HttpRoute, HttpRule, Image, Route, RouteTimeouts, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(http_route=HttpRoute(gateway="public")),
    routes={
        "public": Route(
            hosts=["orders.example.com"],
            rules=[HttpRule(timeouts=RouteTimeouts(request="500ms", backend_request="1s"))],
        )
    },
)
