from chartgen import Expose, Image, Ingress, RateLimit, Route, Service, Timeouts

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(ingress=Ingress(class_name="nginx", controller="ingress-nginx")),
    routes={
        "public": Route(
            hosts=["orders.example.com"],
            max_body_size="10Mi",
            rate_limit=RateLimit(requests_per_second=20),
            timeouts=Timeouts(request_seconds=30, connect_seconds=5),
        ),
    },
)
