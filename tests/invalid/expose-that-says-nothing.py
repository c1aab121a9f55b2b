# error: service.py:10: routes.public: says expose, and not what it becomes
# hint: name a preset that has expose, or write expose=Expose(ingress=Ingress(class_name="nginx"))
from chartgen import Expose, HttpRoute, Image, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(http_route=HttpRoute(gateway="public")),
    routes={"public": Route(hosts=["orders.example.com"], expose=Expose())},
)
