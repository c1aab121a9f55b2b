# error: service.py:10: path: no such field
# hint: the fields here are headers, method, service, type
from chartgen import Expose, GrpcMatch, GrpcRule, HttpRoute, Image, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(http_route=HttpRoute(gateway="public")),
    routes={"public": Route(hosts=["orders.example.com"], grpc=[GrpcRule(matches=[GrpcMatch(path="/orders")])])},
)
