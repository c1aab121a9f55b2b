# error: service.py:10: routes.public.paths[0].port: leads to a Service of another chart, of which only the number of a port is known
# hint: write port=80
from chartgen import Expose, HttpRoute, Image, Path, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(http_route=HttpRoute(gateway="public")),
    routes={"public": Route(hosts=["orders.example.com"], paths=[Path(path="/old", service="legacy")])},
)
