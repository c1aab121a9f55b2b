# error: service.py:13: routes.public.grpc[0].matches[0].service: is 'orders-v1', which is no gRPC service
# hint: as orders.v1.Orders
# error: service.py:13: routes.public.grpc[0].matches[1]: says nothing; leave matches out for every call
from chartgen import Expose, GrpcMatch, GrpcRule, HttpRoute, Image, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(http_route=HttpRoute(gateway="public")),
    routes={
        "public": Route(
            hosts=["orders.example.com"], grpc=[GrpcRule(matches=[GrpcMatch(service="orders-v1"), GrpcMatch()])]
        )
    },
)
