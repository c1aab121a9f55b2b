from chartgen import Expose, HttpRoute, Image, RateLimit, Route, Service, Waiver

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(http_route=HttpRoute(gateway="edge")),
    routes={
        "public": Route(
            hosts=["orders.example.com"],
            rate_limit=RateLimit(requests_per_second=20),
        ),
    },
    waivers=[
        Waiver(
            rule="CG701",
            reason="The gateway's own policy limits rates: platform/edge/rate-limit.yaml.",
            owner="team-platform",
            until="2027-06-30",
        ),
    ],
)
