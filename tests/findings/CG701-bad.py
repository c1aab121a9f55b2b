# finding: CG701: service.py:15: routes.public.max_body_size: is not printed: an HTTPRoute has no field for it
# hint: state it in the gateway's own policy, and waive CG701 with that as the reason
# finding: CG701: service.py:16: routes.public.rate_limit: is not printed: an HTTPRoute has no field for it
# hint: state it in the gateway's own policy, and waive CG701 with that as the reason
from chartgen import Expose, HttpRoute, Image, RateLimit, Route, Service, Timeouts

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(http_route=HttpRoute(gateway="edge")),
    routes={
        "public": Route(
            hosts=["orders.example.com"],
            max_body_size="10Mi",
            rate_limit=RateLimit(requests_per_second=20),
            timeouts=Timeouts(request_seconds=30),
        ),
    },
)
