# error: service.py:10: routes.public.paths[1].port: names the port 'admin', and the Service carries http
from chartgen import Expose, HttpRoute, Image, Path, Route, Service, ServiceSpec

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000, "admin": 9000},
    service=ServiceSpec(ports=["http"]),
    expose=Expose(http_route=HttpRoute(gateway="public")),
    routes={"public": Route(hosts=["orders.example.com"], paths=["/", Path(path="/admin", port="admin")])},
)
