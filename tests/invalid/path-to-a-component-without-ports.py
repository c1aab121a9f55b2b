# error: service.py:11: routes.public.paths[0]: leads to the component 'worker', which has no ports
# hint: write components={"worker": Component(ports={"http": 8080})}
from chartgen import Component, Expose, HttpRoute, Image, Path, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(http_route=HttpRoute(gateway="public")),
    components={"worker": Component()},
    routes={"public": Route(hosts=["orders.example.com"], paths=[Path(path="/img", component="worker")])},
)
