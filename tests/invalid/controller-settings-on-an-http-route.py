# error: service.py:9: routes.public.nginx: is a setting of ingress-nginx, and the route becomes no Ingress
from chartgen import Expose, HttpRoute, Image, Nginx, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(http_route=HttpRoute(gateway="public")),
    routes={"public": Route(hosts=["orders.example.com"], nginx=Nginx(app_root="/home"))},
)
