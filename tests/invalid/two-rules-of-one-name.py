# error: service.py:15: routes.public.rules[1].cors.allow_origins: names one entry twice
# error: service.py:15: routes.public.rules[1].name: is 'a', the name of another rule of the route
from chartgen import Cors, Expose, HttpMatch, HttpRoute, HttpRule, Image, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(http_route=HttpRoute(gateway="public")),
    routes={
        "public": Route(
            hosts=["orders.example.com"],
            rules=[
                HttpRule(name="a", matches=[HttpMatch(path="/a")]),
                HttpRule(name="a", cors=Cors(allow_origins=["https://a.example.com", "https://a.example.com"])),
            ],
        )
    },
)
