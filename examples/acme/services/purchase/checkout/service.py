"""From a cart to an order: Go, HTTP for browsers, gRPC towards the others."""

from chartgen import Image, NetworkPolicy, ProjectService, Route, Service

service = Service(
    name="checkout",
    description="From a cart to an order.",
    owner="team-purchase",
    labels={"cost-centre": "purchase"},
    presets=["acme/api", "acme/public"],
    image=Image(
        repository="ghcr.io/acme/checkout",
        tag="8.0.2",
        digest="sha256:8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a3b2c1d0e9f8a7b",
    ),
    routes={"public": Route(paths=["/api/checkout"])},
    network_policy=NetworkPolicy(
        egress=[
            ProjectService("cart", port="http"),
            ProjectService("catalogue", port="http"),
            ProjectService("currency", port="grpc"),
            ProjectService("orders", port="http"),
            ProjectService("payment", port="grpc"),
            ProjectService("recommendations", port="grpc"),
            ProjectService("shipping", port="grpc"),
        ],
    ),
)
