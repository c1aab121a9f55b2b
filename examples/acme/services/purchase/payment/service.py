"""Takes the money: Go, gRPC. Its label gives it what PCI DSS asks for."""

from chartgen import Cidr, ExternalSecret, Image, NetworkPolicy, ProjectService, SecretKey, Service

service = Service(
    name="payment",
    description="Takes the money.",
    owner="team-purchase",
    labels={"cost-centre": "purchase", "data": "cardholder"},
    presets=["acme/grpc"],
    image=Image(
        repository="ghcr.io/acme/payment",
        tag="4.9.0",
        digest="sha256:9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a9b8c",
    ),
    external_secrets={"provider": ExternalSecret(data={"key": "shop/payment-provider"}, refresh_interval="15m")},
    env={"PROVIDER_KEY": SecretKey(own="provider", key="key")},
    network_policy=NetworkPolicy(
        ingress=[ProjectService("checkout", port="grpc")],
        # The payment provider's addresses, as its contract has them.
        egress=[Cidr("203.0.113.0/28", port=443)],
    ),
)
