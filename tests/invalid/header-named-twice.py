# error: service.py:17: routes.public.rules[0].matches[0].headers: names the header 'x-group' twice
# hint: a name's capitals do not count
# error: service.py:18: routes.public.rules[0].request_headers: names the header 'x-a' twice
# hint: a name's capitals do not count
from chartgen import Expose, Headers, HttpMatch, HttpRoute, HttpRule, Image, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(http_route=HttpRoute(gateway="public")),
    routes={
        "public": Route(
            hosts=["orders.example.com"],
            rules=[
                HttpRule(
                    matches=[HttpMatch(headers={"X-Group": "a", "x-group": "b"})],
                    request_headers=Headers(set={"X-A": "1"}, remove=["x-a"]),
                )
            ],
        )
    },
)
