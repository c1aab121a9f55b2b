# error: service.py:10: routes.public.paths: is said beside grpc; a route has only one of paths, rules and grpc
# hint: gRPC calls are matched by service and method
from chartgen import Expose, GrpcRule, HttpRoute, Image, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(http_route=HttpRoute(gateway="public")),
    routes={"public": Route(hosts=["orders.example.com"], paths=["/orders"], grpc=[GrpcRule()])},
)
