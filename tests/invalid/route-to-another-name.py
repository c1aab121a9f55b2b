# error: service.py:11: routes.public: leads to a Service without ports of pods
# hint: a Service of the type ExternalName is another name only
from chartgen import Expose, HttpRoute, Image, Route, Service, ServiceSpec

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    service=ServiceSpec(type="ExternalName", external_name="erp.example.com"),
    expose=Expose(http_route=HttpRoute(gateway="public")),
    routes={"public": Route(hosts=["orders.example.com"], paths=["/"])},
)
