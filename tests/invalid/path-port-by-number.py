# error: service.py:9: routes.public.paths[0].port: is the number 9000; name the port, as port="http"
from chartgen import Expose, HttpRoute, Image, Path, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(http_route=HttpRoute(gateway="public")),
    routes={"public": Route(hosts=["orders.example.com"], paths=[Path(path="/admin", port=9000)])},
)
