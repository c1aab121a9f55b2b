# error: service.py:12: routes.public.rules[0].redirect: stands beside backends, and answers before they are asked
# hint: take one of the two away
from chartgen import Backend, Expose, HttpRoute, HttpRule, Image, Redirect, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(http_route=HttpRoute(gateway="public")),
    routes={
        "public": Route(
            hosts=["orders.example.com"], rules=[HttpRule(redirect=Redirect(scheme="https"), backends=[Backend()])]
        )
    },
)
