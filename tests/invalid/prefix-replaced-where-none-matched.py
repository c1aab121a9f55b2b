# error: service.py:13: routes.public.rules[0].rewrite.prefix: replaces what matched, so the rule has exactly one match, of a path with the type Prefix
# hint: make each match a rule of its own
from chartgen import Expose, HttpMatch, HttpRoute, HttpRule, Image, Route, Service, UrlRewrite

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(http_route=HttpRoute(gateway="public")),
    routes={
        "public": Route(
            hosts=["orders.example.com"],
            rules=[HttpRule(matches=[HttpMatch(path="/a"), HttpMatch(path="/b")], rewrite=UrlRewrite(prefix="/"))],
        )
    },
)
