# error: service.py:11: routes.public.paths[1].component: names the component 'image'; the components are images
# hint: did you mean 'images'?
from chartgen import Component, Expose, HttpRoute, Image, Path, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(http_route=HttpRoute(gateway="public")),
    components={"images": Component(ports={"http": 8000})},
    routes={"public": Route(hosts=["orders.example.com"], paths=["/", Path(path="/img", component="image")])},
)
