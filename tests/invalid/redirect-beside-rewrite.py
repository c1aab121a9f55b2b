# error: service.py:13: routes.public.rules[0].redirect: stands beside rewrite, which is for what the service sees
# hint: take one of the two away
from chartgen import Expose, HttpRoute, HttpRule, Image, Redirect, Route, Service, UrlRewrite

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(http_route=HttpRoute(gateway="public")),
    routes={
        "public": Route(
            hosts=["orders.example.com"],
            rules=[HttpRule(redirect=Redirect(scheme="https"), rewrite=UrlRewrite(path="/"))],
        )
    },
)
