# error: service.py:12: routes.public.rules[0].cors.allow_origins: has "*" beside others, and it means all of them
from chartgen import Cors, Expose, HttpRoute, HttpRule, Image, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(http_route=HttpRoute(gateway="public")),
    routes={
        "public": Route(
            hosts=["a.example.com"],
            rules=[HttpRule(cors=Cors(allow_origins=["*", "https://b.example.com"]))],
        ),
    },
)
