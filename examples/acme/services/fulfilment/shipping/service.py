"""Parcels: Rust, gRPC; asks the carrier what it costs, and orders the parcel."""

from chartgen import Cidr, Image, NetworkPolicy, Overlay, ProjectService, Service, Waiver

service = Service(
    name="shipping",
    description="What a parcel costs, and where it is.",
    owner="team-fulfilment",
    labels={"cost-centre": "fulfilment"},
    presets=["acme/grpc"],
    image=Image(
        repository="ghcr.io/acme/shipping",
        tag="2.7.3",
        digest="sha256:1d0e9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a3b2c1d0e",
    ),
    network_policy=NetworkPolicy(
        ingress=[ProjectService("checkout", port="grpc")],
        egress=[Cidr("198.51.100.16/28", port=443)],
    ),
    environments={"production": Overlay(replicas=1)},
    waivers=[
        Waiver(
            lock="replicas",
            environment="production",
            reason="the carrier takes one session for each account; the second account is ordered",
            owner="team-fulfilment",
            until="2031-03-31",
        ),
    ],
)
