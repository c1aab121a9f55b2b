# error: service.py:15: routes.public.traefik.middlewares[0]: is stripe, and traefik_middlewares has strip
# error: service.py:15: routes.public.traefik.middlewares[1]: is the chart's own, which has no other namespace and lies in no file
# error: service.py:20: ingress_routes.public.routes[0].middlewares[0]: is slow, and traefik_middlewares has strip
from chartgen import Expose, Image, Ingress, IngressRoute, Middleware, Route, Service, StripPrefix, Traefik, TraefikMiddleware, TraefikRule

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    traefik_middlewares={"strip": TraefikMiddleware(strip_prefix=StripPrefix(prefixes=["/a"]))},
    expose=Expose(ingress=Ingress(class_name="traefik")),
    routes={
        "public": Route(
            hosts=["a.example.com"],
            traefik=Traefik(middlewares=[Middleware("stripe", own=True), Middleware("strip", "edge", own=True)]),
        )
    },
    ingress_routes={
        "public": IngressRoute(
            routes=[TraefikRule(match="Host(`a.example.com`)", middlewares=[Middleware("slow", own=True)])]
        )
    },
)
