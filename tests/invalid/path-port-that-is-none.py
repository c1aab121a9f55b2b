# error: service.py:9: routes.public.paths[1].port: names the port 'admin'; the ports are http
from chartgen import Expose, HttpRoute, Image, Path, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(http_route=HttpRoute(gateway="public")),
    routes={"public": Route(hosts=["orders.example.com"], paths=["/", Path(path="/admin", port="admin")])},
)
