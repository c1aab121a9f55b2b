# error: service.py:11: routes.public.rules[0].backends: have weights that sum to 0: every request would fail with 500
from chartgen import Backend, Expose, HttpRoute, HttpRule, Image, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(http_route=HttpRoute(gateway="public")),
    routes={
        "public": Route(
            hosts=["orders.example.com"], rules=[HttpRule(backends=[Backend(weight=0), Backend(port="http", weight=0)])]
        )
    },
)
