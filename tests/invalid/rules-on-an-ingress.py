# error: service.py:10: routes.public.rules: can't be printed as an Ingress, which knows hosts and paths only
# hint: write expose=Expose(http_route=HttpRoute(gateway="public")) for this route
from chartgen import Expose, HttpRule, Image, Ingress, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(ingress=Ingress(class_name="nginx")),
    routes={"public": Route(hosts=["orders.example.com"], rules=[HttpRule()])},
)
